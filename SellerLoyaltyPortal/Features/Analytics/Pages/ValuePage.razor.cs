using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>What a buyer brings with time: observed by cohort, and beyond that forecast where the data allow it.</summary>
public sealed partial class ValuePage(ForecastQueries forecasts, UnitEconomicsSettings economics)
{
    private const string PeriodName = "period";
    private const string PriceName = "price";
    private const string MeasureName = "measure";
    private const string CohortName = "cohort";
    private const int LongestDays = CohortForecast.LastDay;
    private const int StepDays = 7;

    private Shown? _shown;
    private Dictionary<DayRange, CohortForecast> _ahead = [];
    private IReadOnlyList<double>? _allMargins;

    private CohortPeriod Period => Choice(PeriodName, CohortPeriod.Month);

    private ValueMeasure Measure => Choice(MeasureName, ValueMeasure.Revenue);

    // What is kept is a share of what is paid: another price has no part in it.
    private ValuePrice Price =>
        Measure == ValueMeasure.Contribution ? ValuePrice.Paid : Choice(PriceName, ValuePrice.Paid);

    // First day of the cohort that is drawn out of the many; null for none.
    private DayNumber? Chosen => DayNumber.TryParse(Choice(CohortName));

    private bool HasForecast => _ahead.Count > 0;

    private string ComparedName => ScopeText.Of(L, Compared!, Scope, Access.Currency);

    protected override async Task LoadAsync(IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        var view = await Queries.ValueAsync(Access, Scope, Period, Price, cancellation, progress);
        var compared = Compared is null
            ? null
            : await Queries.ValueAsync(Access, Compared, Period, Price, cancellation, progress);
        var settings = await economics.GetAsync(Access, cancellation);
        cancellation.ThrowIfCancellationRequested();
        (_ahead, _allMargins) = ([], null);
        _shown = new(view, compared, settings.IsDefault);
    }

    protected override async Task LoadMoreAsync(CancellationToken cancellation)
    {
        if (_shown?.View is null)
            return;
        var ahead = await forecasts.CohortsAsync(Access, Scope, Period, Price, cancellation);
        cancellation.ThrowIfCancellationRequested();
        (_ahead, _allMargins) = (ahead.Cohorts.ToDictionary(c => c.Days), ahead.Margins);
        StateHasChanged();
    }

    private string Sentence(ValueView view)
    {
        if (view.PerBuyerBy(90, Measure) is not { } quarter)
            return L["ValueTooYoung"];
        return (view.PerBuyerBy(365, Measure), Measure) switch
        {
            ({ } year, ValueMeasure.Revenue) => L["ValueSentence", Amount(quarter), Amount(year)],
            (null, ValueMeasure.Revenue) => L["ValueSentenceShort", Amount(quarter)],
            ({ } year, ValueMeasure.Contribution) => L["ContributionSentence", Amount(quarter), Amount(year)],
            (null, ValueMeasure.Contribution) => L["ContributionSentenceShort", Amount(quarter)],
        };
    }

    /// <summary>What of the forecast revenue is shown: all of it, or what was kept of the observed one.</summary>
    private double ShareOf(ValueView view) =>
        Measure == ValueMeasure.Revenue ? 1 : view.ContributionShare ?? 0;

    /// <summary>A member's value by a day that not all of the cohort have been watched for; null where none is forecast.</summary>
    private double? Ahead(ValueView view, CohortValue cohort, int day)
    {
        if (day <= cohort.ObservedDays || !_ahead.TryGetValue(cohort.Days, out var forecast))
            return null;
        return forecast.By(day) is { } expected && double.IsFinite(expected)
            ? (view.Of(cohort.SoFarBy(day), Measure) + expected * ShareOf(view)) / cohort.Buyers
            : null;
    }

    /// <summary>Half-width of that value's 95 % interval; null where there is none.</summary>
    private double? MarginOf(ValueView view, CohortValue cohort, int day) =>
        _ahead.TryGetValue(cohort.Days, out var forecast) && forecast.MarginBy(day) is { } margin
            ? margin * ShareOf(view) / cohort.Buyers
            : null;

    // All cohorts together, for as long as half of the buyers were watched: beyond that the line would be one of
    // the oldest cohorts alone.
    private List<(double Day, double Value)> Average(ValueView view)
    {
        var longest = Math.Min(view.ObservedByHalf, LongestDays);
        var points = new List<(double, double)>();
        for (var day = 0; day <= longest; day += StepDays)
        {
            if (view.PerBuyerBy(day, Measure) is { } value)
                points.Add((day, value));
        }
        return points;
    }

    private List<ChartSeries> Curves(ValueView view, ValueView? compared)
    {
        var isCompared = compared is not null;
        var own = isCompared ? ScopeText.Of(L, Scope, Compared, Access.Currency) : L["AllCohorts"].Value;
        var curves = new List<ChartSeries> { new(own, Average(view)) };
        if (isCompared)
        {
            curves.Add(new(ComparedName, Average(compared!)) { Line = ChartLine.Compared });
            return curves;
        }
        if (Everybody(view) is { Points.Count: > 1 } everybody)
            curves.Add(everybody);
        foreach (var cohort in view.Cohorts.Where(c => c.Buyers > 0 && c.ObservedDays > 0))
        {
            var observed = Math.Min(cohort.ObservedDays, LongestDays);
            var points = new List<(double, double)>();
            for (var day = 0; day <= observed; day += StepDays)
                points.Add((day, view.PerBuyerBy(cohort, day, Measure)!.Value));
            var isChosen = cohort.Days.First == Chosen;
            var name = isChosen ? CohortNames.Of(cohort.Days.First, Period) : L["OneCohort"].Value;
            curves.Add(new(name, points) { Line = isChosen ? ChartLine.Compared : ChartLine.Quiet });
            var further = CohortForecast
                .At.Where(day => Ahead(view, cohort, day) is not null)
                .Select(day =>
                    (
                        Point: ((double)day, Ahead(view, cohort, day)!.Value),
                        Margin: MarginOf(view, cohort, day)
                    )
                )
                .ToList();
            if (further.Count == 0)
                continue;
            curves.Add(
                isChosen
                    ? new(L["CohortAhead", name], [points[^1], .. further.Select(f => f.Point)])
                    {
                        Line = ChartLine.ComparedExpected,
                        Band = Around([(points[^1], 0), .. further]),
                    }
                    : new(L["OneCohortAhead"], [points[^1], .. further.Select(f => f.Point)])
                    {
                        Line = ChartLine.QuietExpected,
                    }
            );
        }
        return curves;
    }

    // Every buyer, what they have brought and are expected to bring by then: one denominator for all days.
    private ChartSeries? Everybody(ValueView view)
    {
        var cohorts = view.Cohorts.Where(c => c.Buyers > 0).ToList();
        if (cohorts.Count == 0 || cohorts.Any(c => !_ahead.ContainsKey(c.Days)))
            return null;
        var buyers = cohorts.Sum(c => (long)c.Buyers);
        var points = new List<((double Day, double Value) Point, double? Margin)>();
        for (var i = 0; i < CohortForecast.At.Count; i++)
        {
            var day = CohortForecast.At[i];
            var total = cohorts.Sum(c =>
                (Ahead(view, c, day) ?? view.PerBuyerBy(c, day, Measure) ?? double.NaN) * c.Buyers
            );
            if (double.IsFinite(total))
                points.Add(((day, total / buyers), _allMargins?[i] * ShareOf(view) / buyers));
        }
        return new(L["AllCohortsAhead"], [.. points.Select(p => p.Point)])
        {
            Line = ChartLine.Expected,
            Band = Around(points),
        };
    }

    // 95 % intervals; no band where the data do not tell how sure a forecast is.
    private static IReadOnlyList<(double Low, double High)> Around(
        List<((double Day, double Value) Point, double? Margin)> points
    ) =>
        points.Any(p => p.Margin is null)
            ? []
            : [.. points.Select(p => (p.Point.Value - p.Margin!.Value, p.Point.Value + p.Margin.Value))];

    private string MarginText(double? margin) => margin is { } half ? "± " + Expected(half) : "";

    private string Amount(double value) =>
        Display.MoneyExact(
            new Money((long)Math.Round(value * Money.Scale)).RoundedTo(Access.Currency),
            Access.Currency
        );

    // A forecast is not known to the penny; small amounts would lose too much without it.
    private string Expected(double value) =>
        Math.Abs(value) < 100
            ? Amount(value)
            : Display.MoneyWhole(new((long)Math.Round(value * Money.Scale)), Access.Currency);

    private string Short(double value) =>
        Display.MoneyShort(new((long)Math.Round(value * Money.Scale)), Access.Currency);

    private sealed record Shown(ValueView? View, ValueView? Compared, bool IsDefaultEconomics);
}
