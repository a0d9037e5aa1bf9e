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
    private const int LongestDays = CohortForecast.LastDay;
    private const int StepDays = 7;

    private Shown? _shown;
    private Dictionary<DayRange, CohortForecast> _ahead = [];

    private CohortPeriod Period => Choice(PeriodName, CohortPeriod.Month);

    private ValueMeasure Measure => Choice(MeasureName, ValueMeasure.Revenue);

    // What is kept is a share of what is paid: another price has no part in it.
    private ValuePrice Price =>
        Measure == ValueMeasure.Contribution ? ValuePrice.Paid : Choice(PriceName, ValuePrice.Paid);

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
        _ahead = [];
        _shown = new(view, compared, settings.IsDefault);
    }

    protected override async Task LoadMoreAsync(CancellationToken cancellation)
    {
        if (_shown?.View is null)
            return;
        var ahead = await forecasts.CohortsAsync(Access, Scope, Period, Price, cancellation);
        cancellation.ThrowIfCancellationRequested();
        _ahead = ahead.ToDictionary(c => c.Days);
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
        if (Everybody(view) is { Count: > 1 } ahead)
            curves.Add(new(L["AllCohortsAhead"], ahead) { Line = ChartLine.Expected });
        foreach (var cohort in view.Cohorts.Where(c => c.Buyers > 0 && c.ObservedDays > 0))
        {
            var observed = Math.Min(cohort.ObservedDays, LongestDays);
            var points = new List<(double, double)>();
            for (var day = 0; day <= observed; day += StepDays)
                points.Add((day, view.PerBuyerBy(cohort, day, Measure)!.Value));
            curves.Add(new(L["OneCohort"], points) { Line = ChartLine.Quiet });
            var further = CohortForecast
                .At.Select(day => (day, Value: Ahead(view, cohort, day)))
                .Where(p => p.Value is not null)
                .Select(p => ((double)p.day, p.Value!.Value))
                .ToList();
            if (further.Count > 0)
                curves.Add(
                    new(L["OneCohortAhead"], [points[^1], .. further]) { Line = ChartLine.QuietExpected }
                );
        }
        return curves;
    }

    // Every buyer, what they have brought and are expected to bring by then: one denominator for all days.
    private List<(double Day, double Value)> Everybody(ValueView view)
    {
        var cohorts = view.Cohorts.Where(c => c.Buyers > 0).ToList();
        if (cohorts.Count == 0 || cohorts.Any(c => !_ahead.ContainsKey(c.Days)))
            return [];
        var buyers = cohorts.Sum(c => (long)c.Buyers);
        var points = new List<(double, double)>();
        foreach (var day in CohortForecast.At)
        {
            var total = cohorts.Sum(c =>
                (Ahead(view, c, day) ?? view.PerBuyerBy(c, day, Measure) ?? double.NaN) * c.Buyers
            );
            if (double.IsFinite(total))
                points.Add((day, total / buyers));
        }
        return points;
    }

    private string Amount(double value) =>
        Display.Money(
            new Money((long)Math.Round(value * Money.Scale)).RoundedTo(Access.Currency),
            Access.Currency
        );

    private string Short(double value) =>
        Display.MoneyShort(new((long)Math.Round(value * Money.Scale)), Access.Currency);

    private sealed record Shown(ValueView? View, ValueView? Compared, bool IsDefaultEconomics);
}
