using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SellerLoyaltyPortal.Components.Feedback;

/// <summary>
/// A modal dialog, shown while it is rendered. The browser's own: it keeps the focus inside, closes on
/// Escape and gives the focus back.
/// </summary>
public sealed partial class ModalDialog : ComponentBase
{
    private readonly string _titleId = "dialog-" + Guid.CreateVersion7().ToString("N")[^12..];
    private ElementReference _dialog;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>The person closed it without choosing.</summary>
    [Parameter]
    public EventCallback Closed { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await JS.InvokeVoidAsync("portal.showDialog", _dialog);
    }
}
