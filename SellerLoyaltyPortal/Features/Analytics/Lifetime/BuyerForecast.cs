namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>What is expected of one buyer in the horizon.</summary>
/// <param name="ProbabilityAlive">That they have not left for good.</param>
/// <param name="Purchases">Expected purchases (days with one).</param>
/// <param name="SpendAPurchase">Expected worth of one, in currency units.</param>
public readonly record struct BuyerForecast(double ProbabilityAlive, double Purchases, double SpendAPurchase)
{
    /// <summary>Expected spend, not discounted.</summary>
    public double Spend => Purchases * SpendAPurchase;

    /// <summary>Between what it will come out; null where it was not asked for.</summary>
    public BuyerRange? Range { get; init; }
}
