using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

public sealed class LoadSegmentOffersTests
{
    private static readonly Money Threshold = Money.FromUnits(1000);
    private static readonly Money TypicalOrder = Money.FromUnits(300);

    private static readonly BuyerBoard Board = BuyerBoard.From(
        OnlineRetail.Columns,
        EligibilityRule.Default,
        OnlineRetail.AsOf,
        CancellationToken.None
    );

    [Fact]
    public void StandingOf_Everybody_IsTheConstructorsCount()
    {
        var standing = Board.StandingOf(new(), Threshold, TypicalOrder);
        var curve = ThresholdCurve.From(
            BuyerTotalsCalculator.Calculate(OnlineRetail.Columns, EligibilityRule.Default, OnlineRetail.AsOf)
        );

        Assert.Equal(1595, standing.Qualified);
        Assert.Equal(curve.BuyersAt(Threshold), standing.Qualified);
        Assert.Equal(curve.NearAt(Threshold, TypicalOrder), standing.Near);
        Assert.Equal(curve.RevenueAt(Threshold), standing.QualifiedTotal);
    }

    [Fact]
    public void PartOf_AllSegments_AddUpToWhatTheConstructorSays()
    {
        var anyway = AnywayCurve
            .Of(OnlineRetail.Columns, EligibilityRule.Default, OnlineRetail.AsOf)
            .At(Threshold);
        var all = Board.StandingOf(new(), Threshold, TypicalOrder);
        var parts = Enum.GetValues<RfmSegment>()
            .Select(s => Board.StandingOf(new() { Segment = s }, Threshold, TypicalOrder))
            .ToList();
        var spent = parts.Sum(p => LoadSegmentOffers.PartOf(anyway, p, all).Spent.TenThousandths);

        Assert.Equal(parts, Board.StandingsBySegment(Threshold, TypicalOrder));
        Assert.Equal(all, parts.Aggregate((sum, part) => sum + part));
        Assert.Equal(all.Qualified, parts.Sum(p => p.Qualified));
        Assert.Equal(all.Near, parts.Sum(p => p.Near));
        // Each part is rounded to 1/10,000 on its own.
        Assert.InRange(spent - anyway.Spent.TenThousandths, -parts.Count, parts.Count);
        Assert.Equal(anyway.Spent, LoadSegmentOffers.PartOf(anyway, all, all).Spent);
    }

    [Fact]
    public void PartOf_NobodyQualifies_CostsNothing()
    {
        var anyway = new AnywayEstimate(AnywayBasis.LastYear, OnlineRetail.AsOf, 0, new(5), new(5), null);

        Assert.Equal(Money.Zero, LoadSegmentOffers.PartOf(anyway, default, default).Spent);
    }
}
