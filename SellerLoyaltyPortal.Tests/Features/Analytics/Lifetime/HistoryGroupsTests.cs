using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class HistoryGroupsTests
{
    [Fact]
    public void From_Cdnow_CountsEveryHistoryOnceInOrder()
    {
        var groups = HistoryGroups.From(Cdnow.Calibration);

        var expected = Cdnow
            .Calibration.GroupBy(b => (b.RepeatPurchases, b.LastPurchaseAge, b.ObservedAge))
            .OrderBy(g => g.Key)
            .ToList();
        Assert.Equal(
            expected.Select(g => g.Key),
            groups.Histories.Select(h => (h.RepeatPurchases, h.LastPurchaseAge, h.ObservedAge))
        );
        Assert.Equal(expected.Select(g => g.Count()), groups.Counts);
    }

    [Fact]
    public void From_MoreRepeatsThanFitTheQuickWay_GroupsThemAllTheSame()
    {
        CustomerSummary[] buyers = [new(1 << 25, 10, 20), new(2, 1, 20), new(1 << 25, 10, 20)];

        var groups = HistoryGroups.From(buyers);

        Assert.Equal([1, 2], groups.Counts);
        Assert.Equal([2, 1 << 25], groups.DistinctRepeats);
    }

    [Fact]
    public void Coarse_ManyDays_KeepsBuyersAndWhatIsPossible()
    {
        var random = new Random(5);
        var buyers = Enumerable
            .Range(0, 5000)
            .Select(_ =>
            {
                var (repeats, age) = (random.Next(4), random.Next(1, 300) / 7.0);
                return new CustomerSummary(repeats, repeats == 0 ? 0 : age * random.NextDouble() + 1e-6, age);
            })
            .ToArray();

        var coarse = HistoryGroups.From(buyers).Coarse();

        Assert.Equal(5000, coarse.Counts.Sum());
        Assert.True(coarse.Counts.Length < 2500);
        Assert.All(
            coarse.Histories,
            h =>
            {
                Assert.True(h.LastPurchaseAge <= h.ObservedAge);
                Assert.Equal(h.RepeatPurchases == 0, h.LastPurchaseAge == 0);
            }
        );
    }

    [Fact]
    public void Fit_FromTheCoarseMaximum_IsTheSameMaximum()
    {
        var groups = HistoryGroups.From(Cdnow.Calibration);
        var coarse = BgNbdFit.To(groups.Coarse()).Parameters;

        var (direct, warm) = (BgNbdFit.To(groups), BgNbdFit.To(groups, coarse));

        Close.Relative(direct.Parameters.R, warm.Parameters.R, 1e-5);
        Close.Relative(direct.Parameters.Alpha, warm.Parameters.Alpha, 1e-5);
        Close.Relative(direct.Parameters.B, warm.Parameters.B, 1e-4);
    }

    [Fact]
    public void Fit_ToTheCoarse_DiffersByLittleOfAStandardError()
    {
        var groups = HistoryGroups.From(Cdnow.Calibration);

        var (exact, coarse) = (BgNbdFit.To(groups), BgNbdFit.To(groups.Coarse()));
        var (exactPareto, coarsePareto) = (ParetoNbdFit.To(groups), ParetoNbdFit.To(groups.Coarse()));

        Near(exact.Parameters.R, coarse.Parameters.R, exact.Quality.StandardErrors[0]);
        Near(exact.Parameters.Alpha, coarse.Parameters.Alpha, exact.Quality.StandardErrors[1]);
        Near(exact.Parameters.A, coarse.Parameters.A, exact.Quality.StandardErrors[2]);
        Near(exactPareto.Parameters.R, coarsePareto.Parameters.R, exactPareto.Quality.StandardErrors[0]);
        Near(exactPareto.Parameters.S, coarsePareto.Parameters.S, exactPareto.Quality.StandardErrors[2]);

        static void Near(double expected, double actual, double error) =>
            Close.Absolute(expected, actual, 0.05 * error);
    }
}
