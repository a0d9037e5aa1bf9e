using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Components.Feedback;

/// <summary>
/// The one look of what did not work: what happened with the reference that stands in the log, a way to try again
/// and a way back.
/// </summary>
public sealed partial class FailureNotice : ComponentBase
{
    /// <summary>The usual words without it.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>In the reader's words, with the reference.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public EventCallback Retry { get; set; }

    /// <summary>Where there is no circuit that could try again: the page anew.</summary>
    [Parameter]
    public string? RetryAddress { get; set; }

    /// <summary>The way back; the start page without it.</summary>
    [Parameter]
    public string? Home { get; set; }
}
