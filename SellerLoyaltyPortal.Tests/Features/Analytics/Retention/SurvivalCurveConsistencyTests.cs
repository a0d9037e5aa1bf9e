using SellerLoyaltyPortal.Features.Analytics.Retention;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Retention;

public sealed class SurvivalCurveConsistencyTests
{
    [Fact]
    public void From_NobodyLeftEarly_IsTheShareThatHasRepeated()
    {
        // Watched for ten days, all of them: the estimator is then the plain share, and Greenwood's variance the
        // binomial one.
        var curve = SurvivalCurve.From([0, 3, 0, 5, 2], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10]);

        Close.Absolute(3 / 20.0, curve.After(1)!.Value.Share, 1e-12);
        Close.Absolute(8 / 20.0, curve.After(3)!.Value.Share, 1e-12);
        Close.Absolute(10 / 20.0, curve.After(10)!.Value.Share, 1e-12);
        Assert.Equal(4, curve.Median());
    }

    [Fact]
    public void From_TenTimesTheBuyers_HasTheSameCurveInANarrowerBand()
    {
        var few = SurvivalCurve.From([0, 3, 0, 5, 2], [0, 1, 4, 0, 0, 0, 0, 0, 0, 0, 10]);
        var many = SurvivalCurve.From([0, 30, 0, 50, 20], [0, 10, 40, 0, 0, 0, 0, 0, 0, 0, 100]);

        Assert.Equal(few.Points.Count, many.Points.Count);
        Assert.All(
            few.Points.Zip(many.Points),
            pair =>
            {
                Close.Absolute(pair.First.Share, pair.Second.Share, 1e-12);
                Assert.True(
                    pair.Second.Upper - pair.Second.Lower < pair.First.Upper - pair.First.Lower,
                    "Ten times the buyers say more."
                );
            }
        );
    }

    [Fact]
    public void Points_Always_RiseAndLieInTheirBand()
    {
        var points = Remission.Curve().Points;

        Assert.Equal(points.OrderBy(p => p.Share), points);
        Assert.All(points, p => Assert.InRange(p.Share, p.Lower, p.Upper));
        Assert.All(points, p => Assert.InRange(p.Repeated, 1, p.AtRisk));
    }
}
