using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Says what a launch commits the seller to, before it is done.</summary>
public sealed partial class LaunchDialog : ComponentBase
{
    /// <summary>At the threshold on <see cref="StartsOn"/>, if nobody bought anything more until then.</summary>
    [Parameter, EditorRequired]
    public required ConstructorAnswer Answer { get; set; }

    [Parameter, EditorRequired]
    public required Percent Discount { get; set; }

    [Parameter, EditorRequired]
    public required int LifeDays { get; set; }

    [Parameter, EditorRequired]
    public required DayNumber StartsOn { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    /// <summary>Days for which the paid option is bound; null without such a lock.</summary>
    [Parameter]
    public int? OptionLockDays { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback Confirmed { get; set; }

    [Parameter]
    public EventCallback Cancelled { get; set; }

    private int BoundDays => Math.Max(LifeDays, OptionLockDays ?? 0);
}
