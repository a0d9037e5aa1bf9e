using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>The storefront's hint as a buyer sees it: reached, and one order before.</summary>
public sealed partial class BuyerHint : ComponentBase
{
    [Parameter, EditorRequired]
    public required Money Threshold { get; set; }

    [Parameter, EditorRequired]
    public required Percent Discount { get; set; }

    /// <summary>A real total of somebody near; null where nobody is.</summary>
    [Parameter]
    public Money? Example { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    [Parameter, EditorRequired]
    public required int WindowDays { get; set; }

    private double Part(Money total) =>
        Math.Clamp((double)total.TenThousandths / Threshold.TenThousandths, 0, 1);
}
