using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.Retention;
using SellerLoyaltyPortal.Features.Analytics.Rfm;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>Who comes back, how many, how soon.</summary>
public sealed partial class RetentionPage
{
    private const string AsOfName = "asOf";
    private const string PeriodName = "period";
    private const string CountingName = "counting";
    private const string BaseName = "base";
    private const string SegmentName = "segment";
    private const string CompareName = "compare";

    private static readonly int[] Milestones = [7, 14, 30, 60, 90, 180, 365];

    private RetentionView? _view;
    private Shown? _shown;

    [SupplyParameterFromQuery(Name = PeriodName)]
    public string? PeriodText { get; set; }

    [SupplyParameterFromQuery(Name = CountingName)]
    public string? CountingText { get; set; }

    [SupplyParameterFromQuery(Name = BaseName)]
    public string? BaseText { get; set; }

    [SupplyParameterFromQuery(Name = SegmentName)]
    public string? SegmentText { get; set; }

    [SupplyParameterFromQuery(Name = CompareName)]
    public string? CompareText { get; set; }

    /// <summary>1 shows every cohort.</summary>
    [SupplyParameterFromQuery(Name = "all")]
    public int All { get; set; }

    private CohortPeriod Period => Choice(PeriodText, CohortPeriod.Month);

    private CohortCounting Counting => Choice(CountingText, CohortCounting.OnPeriod);

    private CohortBase Base => Choice(BaseText, CohortBase.First);

    private RfmSegment? Segment => Choice<RfmSegment>(SegmentText);

    private RfmSegment? Compared => Choice<RfmSegment>(CompareText);

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var compared = Compared is null ? null : new BuyerFilter { Segment = Compared };
        _view = await Queries.RetentionAsync(
            Access,
            AsOf,
            Period,
            new BuyerFilter { Segment = Segment },
            compared,
            cancellation
        );
        _shown = new(_view);
    }

    private string Sentence(RetentionView view)
    {
        if (view.SecondPurchase.After(90) is not { } within)
            return L["RetentionTooYoung", Display.Count(view.Buyers)];
        return L[
            "RetentionSentence",
            Display.Share(within.Share),
            Display.Share(within.Lower),
            Display.Share(within.Upper),
            view.Intervals.Median is { } median ? Display.Count(median) : "–"
        ];
    }

    private List<ChartSeries> Curves(RetentionView view)
    {
        var curves = new List<ChartSeries>
        {
            Curve(
                Segment is null ? L["SecondPurchase"] : L["Segment" + Segment],
                view.SecondPurchase,
                ChartLine.Main
            ),
        };
        if (view.Compared is null)
            curves.Add(Curve(L["ThirdPurchase"], view.ThirdPurchase, ChartLine.Compared));
        else
            curves.Add(Curve(L["Segment" + Compared], view.Compared, ChartLine.Compared));
        return curves;
    }

    private static ChartSeries Curve(string name, SurvivalCurve curve, ChartLine line) =>
        new(
            name,
            [
                (0, 0),
                .. curve.Points.Select(p => ((double)p.Day, p.Share)),
                (curve.LongestWatched, curve.Points is [.., var last] ? last.Share : 0),
            ]
        )
        {
            Line = line,
            IsStepped = true,
            Band =
            [
                (0, 0),
                .. curve.Points.Select(p => (p.Lower, p.Upper)),
                curve.Points is [.., var end] ? (end.Lower, end.Upper) : (0, 0),
            ],
        };

    private static string ShareAfter(SurvivalCurve curve, int days) =>
        curve.After(days) is { } point ? Display.Share(point.Share) : "–";

    private static string BandAfter(SurvivalCurve curve, int days) =>
        curve.After(days) is { } point ? $"{Display.Share(point.Lower)} … {Display.Share(point.Upper)}" : "–";

    private string Rhythm(RepeatIntervals intervals) =>
        intervals is { Mean: { } mean, Median: { } median }
            ? L["RhythmSubtitle", Display.Count((long)Math.Round(mean)), Display.Count(median)]
            : L["NobodyCameBack"];

    private IEnumerable<(string Name, long Count, double Share)> Bands(RepeatIntervals intervals)
    {
        var starts = RepeatIntervals.BandStarts;
        var counts = intervals.Bands();
        for (var i = 0; i < counts.Count; i++)
        {
            var name =
                i + 1 < starts.Count
                    ? $"{Display.Count(starts[i])}–{Display.Count(starts[i + 1] - 1)}"
                    : L["AndMore", Display.Count(starts[i])].Value;
            yield return (name, counts[i], intervals.Count == 0 ? 0 : counts[i] / (double)intervals.Count);
        }
    }

    private sealed record Shown(RetentionView? View);
}
