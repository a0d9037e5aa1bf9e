using SellerLoyaltyPortal.Features.Analytics.Retention;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Retention;

public sealed class SurvivalCurveExtremesTests
{
    [Fact]
    public void From_EverybodyRepeats_ReachesOne()
    {
        var curve = SurvivalCurve.From([0, 2, 3], []);

        Assert.Equal(1, curve.After(2)!.Value.Share);
        Assert.Equal(1, curve.After(2)!.Value.Upper);
    }

    [Fact]
    public void From_Nobody_IsEmpty()
    {
        var curve = SurvivalCurve.From([], []);

        Assert.Empty(curve.Points);
        Assert.Null(curve.After(0));
        Assert.Null(curve.Median());
    }

    [Fact]
    public void From_OneBuyer_IsKnownAsLongAsTheyWereWatched()
    {
        var waits = SurvivalCurve.From([], [0, 0, 0, 1]);
        var came = SurvivalCurve.From([0, 1], []);

        Assert.Equal(0, waits.After(3)!.Value.Share);
        Assert.Null(waits.After(4));
        Assert.Equal(1, came.After(1)!.Value.Share);
    }

    [Fact]
    public void From_HundredsOfMillions_StaysExact()
    {
        var (repeated, watched) = (new int[700], new int[700]);
        Array.Fill(repeated, 1_000_000);
        Array.Fill(watched, 1_000_000);
        var curve = SurvivalCurve.From(repeated, watched);

        Assert.Equal(1_400_000_000, curve.Buyers);
        Assert.All(curve.Points, p => Assert.InRange(p.Share, 0, 1));
        // Nobody is left at the end but those who buy on that very day, or not.
        Close.Absolute(
            1 - Enumerable.Range(0, 700).Aggregate(1.0, (s, d) => s * (1 - 1 / (2.0 * (700 - d)))),
            curve.Points[^1].Share,
            1e-9
        );
    }
}
