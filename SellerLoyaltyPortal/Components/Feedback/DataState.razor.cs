using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Components.Feedback;

/// <summary>
/// The states that every list, chart and panel has: loading (a skeleton of the size to come), failed with
/// a way to try again, empty with the next step, and there.
/// </summary>
public sealed partial class DataState<T> : ComponentBase
    where T : class
{
    /// <summary>What is shown; null while it loads.</summary>
    [Parameter]
    public T? Value { get; set; }

    /// <summary>What went wrong, in the reader's words; null while nothing did.</summary>
    [Parameter]
    public string? Error { get; set; }

    [Parameter]
    public EventCallback Retry { get; set; }

    [Parameter]
    public Func<T, bool>? IsEmpty { get; set; }

    /// <summary>The shape of what is to come, where lines of a skeleton would not be as high.</summary>
    [Parameter]
    public RenderFragment? Loading { get; set; }

    [Parameter]
    public RenderFragment? Empty { get; set; }

    [Parameter]
    public int SkeletonRows { get; set; } = 4;

    [Parameter, EditorRequired]
    public required RenderFragment<T> ChildContent { get; set; }
}
