using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SellerLoyaltyPortal.Features.Accounts.Pages;

public sealed partial class LinkBox
{
    private ElementReference _input;
    private IJSObjectReference? _module;
    private bool _copied;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>Relative to the portal.</summary>
    [Parameter, EditorRequired]
    public required string Link { get; set; }

    private string Address => Navigation.ToAbsoluteUri(Link).ToString();

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

    private async Task CopyAsync()
    {
        _module ??= await Script.InvokeAsync<IJSObjectReference>(
            "import",
            "./Features/Accounts/Pages/LinkBox.razor.js"
        );
        _copied = await _module.InvokeAsync<bool>("copy", _input);
    }
}
