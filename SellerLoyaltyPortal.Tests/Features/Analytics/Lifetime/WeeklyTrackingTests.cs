using System.Globalization;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Lifetime;

public sealed class WeeklyTrackingTests
{
    [Fact]
    public void Track_CdnowSample_EqualsTheReferenceWeekByWeek()
    {
        var groups = HistoryGroups.From(Cdnow.Calibration);
        var bgNbd = new BgNbdModel(BgNbdFit.To(groups).Parameters);
        var pareto = new ParetoNbdModel(ParetoNbdFit.To(groups).Parameters);
        var (first, last) = (Cdnow.Start, Cdnow.CohortEnd + 7);
        var byBgNbd = WeeklyTracking.Track(Cdnow.SampleDays, first, last, bgNbd.ExpectedPurchasesOfNewBuyer);
        var byPareto = WeeklyTracking.Track(
            Cdnow.SampleDays,
            first,
            last,
            pareto.ExpectedPurchasesOfNewBuyer
        );

        var lines = File.ReadAllLines(
            Path.Combine(AppContext.BaseDirectory, "Golden", "cdnow_sample_weekly_tracking.csv")
        )[1..];
        Assert.Equal(lines.Length, byBgNbd.Count);
        for (var i = 0; i < lines.Length; i++)
        {
            var row = lines[i]
                .Split(',')
                .Select(f => double.Parse(f, CultureInfo.InvariantCulture))
                .ToArray();
            Assert.Equal((int)row[0], byBgNbd[i].Week);
            Assert.Equal((long)row[1], byBgNbd[i].Actual);
            Close.Absolute(row[2], byBgNbd[i].Expected, 5e-3, lines[i]);
            Close.Absolute(row[3], byPareto[i].Expected, 5e-3, lines[i]);
        }
    }
}
