using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace SellerLoyaltyPortal.Components.Inputs;

/// <summary>A place for one file, in the reader's words instead of the browser's.</summary>
public sealed partial class FilePick : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Endings and types that the browser offers, as in HTML.</summary>
    [Parameter]
    public string? Accept { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public EventCallback<InputFileChangeEventArgs> Chosen { get; set; }
}
