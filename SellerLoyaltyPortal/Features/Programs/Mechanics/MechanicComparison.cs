namespace SellerLoyaltyPortal.Features.Programs.Mechanics;

/// <summary>How an offer compares with an earlier one for buyers.</summary>
public static class MechanicComparison
{
    /// <summary>
    /// Whether some buyer could get less: a higher threshold, a lower discount, or another way of counting,
    /// of which nobody can say beforehand whom it hits.
    /// </summary>
    public static bool CanBeWorse(Mechanic before, Mechanic after) =>
        after.Kind switch
        {
            MechanicKind.ThresholdDiscount => before is not ThresholdDiscount old
                || CanBeWorse(old, (ThresholdDiscount)after),
        };

    private static bool CanBeWorse(ThresholdDiscount before, ThresholdDiscount after) =>
        after.Threshold > before.Threshold
        || after.Discount < before.Discount
        || after.Rule != before.Rule
        || after.Stacking != before.Stacking;
}
