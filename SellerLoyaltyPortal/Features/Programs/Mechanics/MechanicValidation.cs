using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Mechanics;

/// <summary>Holds an offer against the marketplace's limits. Says everything that is wrong, not the first.</summary>
public static class MechanicValidation
{
    /// <summary>A window longer than ten years is a slip of the finger, and the engine's days would not hold it.</summary>
    public const int LongestWindowDays = 3_650;

    public static IReadOnlyList<Error> Check(Mechanic mechanic, ProgramLimits limits) =>
        mechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => CheckThresholdDiscount((ThresholdDiscount)mechanic, limits),
        };

    public static IReadOnlyList<Error> CheckLife(int minimumLifeDays, ProgramLimits limits) =>
        minimumLifeDays < limits.LeastLifeDays || minimumLifeDays > limits.LongestLifeDays
            ?
            [
                new Error(
                    "MinimumLifeOutOfLimits",
                    "MinimumLifeDays",
                    limits.LeastLifeDays,
                    limits.LongestLifeDays
                ),
            ]
            : [];

    /// <summary>The threshold alone: what a field checks while it is typed into.</summary>
    public static Error? CheckThreshold(Money threshold, ProgramLimits limits)
    {
        var (lowest, highest) = (
            Money.FromUnits(limits.LowestThreshold),
            Money.FromUnits(limits.HighestThreshold)
        );
        if (threshold < lowest || threshold > highest)
            return new("ThresholdOutOfLimits", nameof(ThresholdDiscount.Threshold), lowest, highest);
        var step = Money.FromUnits(limits.ThresholdStep);
        return threshold.TenThousandths % step.TenThousandths != 0
            ? new("ThresholdOffStep", nameof(ThresholdDiscount.Threshold), step)
            : null;
    }

    /// <summary>The discount alone: what a field checks while it is typed into.</summary>
    public static Error? CheckDiscount(Percent discount, ProgramLimits limits)
    {
        var (lowest, highest) = (
            Percent.FromWhole(limits.LowestDiscount),
            Percent.FromWhole(limits.HighestDiscount)
        );
        if (discount < lowest || discount > highest)
            return new("DiscountOutOfLimits", nameof(ThresholdDiscount.Discount), lowest, highest);
        var step = Percent.FromWhole(limits.DiscountStep);
        return discount.BasisPoints % step.BasisPoints != 0
            ? new("DiscountOffStep", nameof(ThresholdDiscount.Discount), step)
            : null;
    }

    private static List<Error> CheckThresholdDiscount(ThresholdDiscount offer, ProgramLimits limits)
    {
        var errors = new List<Error>();
        if (CheckThreshold(offer.Threshold, limits) is { } threshold)
            errors.Add(threshold);
        if (CheckDiscount(offer.Discount, limits) is { } discount)
            errors.Add(discount);
        if (offer.Rule.WindowDays > LongestWindowDays)
            errors.Add(new("WindowTooLong", nameof(EligibilityRule.WindowDays), LongestWindowDays));
        return errors;
    }
}
