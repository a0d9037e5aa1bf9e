using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

/// <summary>One buyer's interval against CDNOW's models, and against buyers who are drawn from them.</summary>
public sealed class BuyerRangeTests
{
    private static readonly BgNbdModel Purchases = new(new(0.2426, 4.4136, 0.7929, 2.4259));
    private static readonly GammaGammaModel Spend = new(new(6.2496, 3.7442, 15.4435));

    [Theory]
    [InlineData(0, 0, 38.9, 39)]
    [InlineData(2, 30.43, 38.86, 39)]
    [InlineData(29, 37, 38, 52)]
    public void ChancesOf_AnyHistory_HaveTheExpectedMean(int x, double last, double age, double horizon)
    {
        var buyer = new CustomerSummary(x, last, age);

        var chances = BuyerRange.ChancesOf(Purchases, buyer, horizon);

        Close.Absolute(1, chances.Sum(), 1e-6);
        Close.Relative(
            Purchases.ExpectedPurchases(buyer, horizon),
            chances.Select((chance, n) => chance * n).Sum(),
            1e-4
        );
    }

    [Theory]
    [InlineData(2, 30.43, 38.86, 22.35)]
    [InlineData(9, 36, 38.86, 80)]
    public void Of_BuyersDrawnFromTheModels_HoldsNineteenOfTwenty(int x, double last, double age, double mean)
    {
        const int Draws = 20_000;
        const double Horizon = 39;
        var buyer = new CustomerSummary(x, last, age, mean);
        var drawn = new DrawnBuyer(7, Purchases, Spend, buyer);

        var range = BuyerRange.Of(Purchases, Spend, buyer, Horizon);

        var outcomes = Enumerable.Range(0, Draws).Select(_ => drawn.Next(Horizon)).ToList();
        var (fewer, more) = (
            outcomes.Count(o => o.Purchases < range.FewestPurchases) / (double)Draws,
            outcomes.Count(o => o.Purchases > range.MostPurchases) / (double)Draws
        );
        Assert.InRange(fewer, 0, 0.029);
        Assert.InRange(more, 0, 0.029);
        // Spend has no steps but the one at nothing: what is above the upper end is a fortieth.
        Assert.InRange(outcomes.Count(o => o.Spend > range.MostSpend) / (double)Draws, 0.021, 0.029);
        Assert.InRange(outcomes.Count(o => o.Spend < range.LeastSpend) / (double)Draws, 0, 0.029);
    }

    [Fact]
    public void Of_LongAgo_IsMostLikelyNothing()
    {
        var range = BuyerRange.Of(Purchases, Spend, new(5, 4, 38.86, 30), 39);

        Assert.Equal((0, 0.0), (range.FewestPurchases, range.LeastSpend));
        Assert.InRange(range.MostPurchases, 0, 3);
    }

    [Fact]
    public void Of_FurtherAhead_IsWider()
    {
        var buyer = new CustomerSummary(12, 38, 38.86, 40);
        var (near, far) = (
            BuyerRange.Of(Purchases, Spend, buyer, 10),
            BuyerRange.Of(Purchases, Spend, buyer, 50)
        );

        Assert.True(far.MostPurchases > near.MostPurchases);
        Assert.True(far.MostSpend > near.MostSpend);
    }
}
