using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Api.Pages;

/// <summary>The seller's keys: made, shown once, revoked by owners; seen by every member.</summary>
public sealed partial class ApiKeysCard(CreateApiKey create, RevokeApiKey revoke, ListApiKeys list)
{
    private readonly HashSet<ApiScope> _scopes = [];
    private IReadOnlyList<ApiKeyRow>? _keys;
    private IssuedApiKey? _issued;
    private Guid? _revoking;
    private string _name = "";
    private string? _error;
    private bool _making;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

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
        (_issued, _making, _name) = (issued, false, "");
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
}
