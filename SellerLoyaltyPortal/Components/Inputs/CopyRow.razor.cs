using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SellerLoyaltyPortal.Components.Inputs;

public sealed partial class CopyRow
{
    private ElementReference _input;
    private IJSObjectReference? _module;
    private string? _copied;

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>What the value is, for who does not see the page.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Every character counts: shown in letters of one width.</summary>
    [Parameter]
    public bool Code { get; set; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (Exception gone) when (BrowserGone.Is(gone))
        {
            // The circuit is gone, and the module with it.
        }
    }

    private async Task CopyAsync()
    {
        _module ??= await Script.InvokeAsync<IJSObjectReference>(
            "import",
            "./" + Assets["Components/Inputs/CopyRow.razor.js"]
        );
        _copied = await _module.InvokeAsync<bool>("copy", _input) ? Value : null;
    }
}
