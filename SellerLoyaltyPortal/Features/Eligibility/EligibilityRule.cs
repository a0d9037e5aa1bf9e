using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// How a buyer's purchases add up to the total that is held against a threshold. The marketplace publishes
/// none of these choices, so each is a setting, shown beside the numbers that it changes. The time zone is
/// applied before: the columns hold business days.
/// </summary>
public sealed record EligibilityRule
{
    public static readonly EligibilityRule Default = new();

    /// <summary>Days in the window, the as-of day included; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int WindowDays
    {
        get;
        init =>
            field =
                value >= 1
                    ? value
                    : throw new ArgumentOutOfRangeException(
                        nameof(value),
                        value,
                        "A window has a day at least."
                    );
    } = 365;

    public PriceBase PriceBase { get; init; } = PriceBase.SellerPrice;

    public ReturnRule ReturnRule { get; init; } = ReturnRule.OriginalDate;

    public ThresholdBoundary Boundary { get; init; } = ThresholdBoundary.AtLeast;

    /// <summary>Whether purchases with the loyalty discount count (at the price base).</summary>
    public bool CountDiscounted { get; init; } = true;

    /// <summary>What a snapshot has to carry for totals of this rule.</summary>
    public PurchaseColumnSet Needs => PriceBase.Column();

    /// <summary>The days that count on a date.</summary>
    public DayRange WindowOn(DayNumber asOf) => RollingWindow.EndingOn(asOf, WindowDays);

    public bool Qualifies(Money total, Money threshold) =>
        Boundary == ThresholdBoundary.AtLeast ? total >= threshold : total > threshold;

    /// <summary>The least total that qualifies.</summary>
    /// <exception cref="OverflowException">None does: above the largest amount there is nothing.</exception>
    public Money LeastQualifying(Money threshold) =>
        Boundary == ThresholdBoundary.AtLeast ? threshold : threshold + new Money(1);
}
