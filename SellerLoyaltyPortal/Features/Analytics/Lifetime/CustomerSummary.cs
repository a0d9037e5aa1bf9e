namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// All that the purchase models need of a buyer up to the as-of date. Purchases of one day are one purchase.
/// Times are in the model's unit (weeks everywhere in the portal: days / 7).
/// </summary>
/// <param name="RepeatPurchases">x: days with a purchase after the first one.</param>
/// <param name="LastPurchaseAge">t_x: from the first purchase to the last; 0 without repeats.</param>
/// <param name="ObservedAge">T: from the first purchase to the as-of date.</param>
/// <param name="MeanRepeatSpend">Mean spend of a repeat purchase, in currency units; 0 without repeats.</param>
public readonly record struct CustomerSummary(
    int RepeatPurchases,
    double LastPurchaseAge,
    double ObservedAge,
    double MeanRepeatSpend = 0
)
{
    /// <summary>
    /// With times in whole units: many buyers then share a history. A repeat stays after the first purchase and not
    /// after the as-of date.
    /// </summary>
    internal CustomerSummary Rounded()
    {
        var last = RepeatPurchases == 0 ? 0 : Math.Max(Math.Round(LastPurchaseAge), 0.5);
        return this with { LastPurchaseAge = last, ObservedAge = Math.Max(Math.Round(ObservedAge), last) };
    }
}
