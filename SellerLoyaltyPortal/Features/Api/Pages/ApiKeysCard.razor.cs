using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Api.Pages;

/// <summary>The seller's keys: made, shown once, revoked by owners; seen by every member.</summary>
public sealed partial class ApiKeysCard(CreateApiKey create, RevokeApiKey revoke, ListApiKeys list)
{
    private readonly HashSet<ApiScope> _scopes = [];
    private IReadOnlyList<ApiKeyRow>? _keys;
    private IssuedApiKey? _issued;
    private ElementReference _secret;
    private IJSObjectReference? _module;
    private Guid? _revoking;
    private string _name = "";
    private string? _error;
    private bool _making;
    private bool _copied;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The circuit is gone, and the module with it.
        }
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync() => _keys = await list.RunAsync(Access, CancellationToken.None);

    private void Toggle(ApiScope scope)
    {
        if (!_scopes.Add(scope))
            _scopes.Remove(scope);
    }

    private async Task CreateAsync()
    {
        var outcome = await create.RunAsync(Access, _name, _scopes, CancellationToken.None);
        _error = outcome.IsSuccess ? null : L.Explain(outcome.Errors[0]);
        if (!outcome.TryGet(out var issued))
            return;
        (_issued, _making, _name, _copied) = (issued, false, "", false);
        _scopes.Clear();
        await LoadAsync();
    }

    private async Task RevokeAsync(Guid id)
    {
        _revoking = null;
        var outcome = await revoke.RunAsync(Access, id, CancellationToken.None);
        _error = outcome.IsSuccess ? null : L.Explain(outcome.Errors[0]);
        if (_issued?.Id == id)
            _issued = null;
        await LoadAsync();
    }

    private async Task CopyAsync()
    {
        _module ??= await Script.InvokeAsync<IJSObjectReference>(
            "import",
            "./Features/Accounts/Pages/LinkBox.razor.js"
        );
        _copied = await _module.InvokeAsync<bool>("copy", _secret);
    }
}
