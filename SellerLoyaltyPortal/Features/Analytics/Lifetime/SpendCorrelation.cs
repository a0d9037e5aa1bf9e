namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// Pearson's correlation between how often buyers come back and how much they spend each time, over buyers with a
/// repeat purchase that was worth something. Gamma-Gamma supposes none; far from 0 its forecast is biased.
/// </summary>
public static class SpendCorrelation
{
    /// <returns>NaN when all buyers are alike or there are none.</returns>
    public static double Of(ReadOnlySpan<CustomerSummary> buyers)
    {
        double n = 0,
            meanX = 0,
            meanY = 0,
            xx = 0,
            yy = 0,
            xy = 0;
        foreach (var buyer in buyers)
        {
            if (buyer is not { RepeatPurchases: > 0, MeanRepeatSpend: > 0 })
                continue;
            // Welford's updates: no loss where means are large.
            n++;
            var (dx, dy) = (buyer.RepeatPurchases - meanX, buyer.MeanRepeatSpend - meanY);
            meanX += dx / n;
            meanY += dy / n;
            xx += dx * (buyer.RepeatPurchases - meanX);
            yy += dy * (buyer.MeanRepeatSpend - meanY);
            xy += dx * (buyer.MeanRepeatSpend - meanY);
        }
        return xy / Math.Sqrt(xx * yy);
    }
}
