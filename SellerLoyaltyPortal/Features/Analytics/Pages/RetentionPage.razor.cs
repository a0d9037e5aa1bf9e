using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.Retention;
using SellerLoyaltyPortal.Features.Analytics.Work;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>Who comes back, how many, how soon.</summary>
public sealed partial class RetentionPage
{
    private const string PeriodName = "period";
    private const string CountingName = "counting";
    private const string BaseName = "base";
    private const string StepName = "step";
    private const string AllName = "all";
    private const string CellsName = "cells";
    private const string CountsValue = "counts";

    private static readonly int[] Milestones = [7, 14, 30, 60, 90, 180, 365];

    private Shown? _shown;

    private CohortPeriod Period => Choice(PeriodName, CohortPeriod.Month);

    private CohortCounting Counting => Choice(CountingName, CohortCounting.OnPeriod);

    private CohortBase Base => Choice(BaseName, CohortBase.First);

    /// <summary>From which purchase the clock of the survival curve runs.</summary>
    private int Step => Math.Clamp(NumberOf(StepName) ?? 1, 1, RetentionView.MostSteps);

    private bool ShowCounts => string.Equals(Choice(CellsName), CountsValue, StringComparison.Ordinal);

    private string OwnName => ScopeText.Of(L, Scope, Compared, Access.Currency);

    private string ComparedName => ScopeText.Of(L, Compared!, Scope, Access.Currency);

    protected override async Task LoadAsync(IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        var view = await Queries.RetentionAsync(Access, Scope, Period, cancellation, progress);
        var compared = Compared is null
            ? null
            : await Queries.RetentionAsync(Access, Compared, Period, cancellation, progress);
        cancellation.ThrowIfCancellationRequested();
        _shown = new(view, compared);
    }

    private string Sentence(RetentionView view)
    {
        if (view.SecondPurchase.After(90) is not { } within)
            return L["RetentionTooYoung", Display.Count(view.Buyers)];
        var sentence = L[
            "RetentionSentence",
            Display.Share(within.Share),
            Display.Share(within.Lower),
            Display.Share(within.Upper)
        ];
        return view.Intervals.Median is { } median
            ? sentence + " " + L.Plural("RetentionMedian", median)
            : sentence;
    }

    private List<ChartSeries> Averages(RetentionView view, RetentionView? compared)
    {
        var lines = new List<ChartSeries> { Average(OwnName, view.Triangle, ChartLine.Main) };
        if (compared is not null)
            lines.Add(Average(ComparedName, compared.Triangle, ChartLine.Compared));
        return lines;
    }

    // Of the cohort itself everybody is there: that says nothing, and would press the rest to the bottom.
    private ChartSeries Average(string name, CohortTriangle triangle, ChartLine line) =>
        new(
            name,
            [
                .. Enumerable
                    .Range(1, Math.Max(triangle.Cohorts - 1, 0))
                    .Select(k => ((double)k, Share: triangle.WeightedAverage(k, Counting, Base)))
                    .Where(p => p.Share is not null)
                    .Select(p => (p.Item1, p.Share!.Value)),
            ]
        )
        {
            Line = line,
        };

    // Two curves: of what is compared, or, where nothing is, of this step and the next.
    private List<(string Name, SurvivalCurve Curve)> Steps(RetentionView view, RetentionView? compared)
    {
        var own = view.Repeats[Step - 1];
        return compared is not null ? [(OwnName, own), (ComparedName, compared.Repeats[Step - 1])]
            : Step < RetentionView.MostSteps
                ? [(StepText(Step), own), (StepText(Step + 1), view.Repeats[Step])]
            : [(StepText(Step), own)];
    }

    private string StepText(int n) => L["PurchaseN", n + 1];

    private List<ChartSeries> Curves(RetentionView view, RetentionView? compared) =>
        [
            .. Steps(view, compared)
                .Select(
                    (step, i) => Curve(step.Name, step.Curve, i == 0 ? ChartLine.Main : ChartLine.Compared)
                ),
        ];

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
        curve.After(days) is { } point ? $"{Display.Share(point.Lower)} – {Display.Share(point.Upper)}" : "–";

    private string Rhythm(RepeatIntervals intervals) =>
        intervals is { Mean: { } mean, Median: { } median }
            ? L.Plural("RhythmSubtitle", median, Display.Count((long)Math.Round(mean)))
            : L["NobodyCameBack"];

    private IEnumerable<IntervalBand> Bands(RepeatIntervals intervals, RepeatIntervals? compared)
    {
        var starts = RepeatIntervals.BandStarts;
        var (counts, others) = (intervals.Bands(), compared?.Bands());
        for (var i = 0; i < counts.Count; i++)
        {
            var name =
                i + 1 < starts.Count
                    ? $"{Display.Count(starts[i])}–{Display.Count(starts[i + 1] - 1)}"
                    : L["AndMore", Display.Count(starts[i])].Value;
            yield return new(
                name,
                counts[i],
                Share(counts[i], intervals.Count),
                others is null ? null : Share(others[i], compared!.Count)
            );
        }

        static double Share(long part, long whole) => whole == 0 ? 0 : part / (double)whole;
    }

    private sealed record Shown(RetentionView? View, RetentionView? Compared);

    private sealed record IntervalBand(string Name, long Count, double Share, double? Compared);
}
