using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>What a buyer brings with time: observed by cohort, and forecast where the data allow it.</summary>
public sealed partial class ValuePage
{
    private const string AsOfName = "asOf";
    private const string PeriodName = "period";
    private const string PriceName = "price";
    private const string MarginName = "margin";
    private const int LongestDays = 730;
    private const int StepDays = 7;

    private Shown? _shown;

    [SupplyParameterFromQuery(Name = PeriodName)]
    public string? PeriodText { get; set; }

    [SupplyParameterFromQuery(Name = PriceName)]
    public string? PriceText { get; set; }

    /// <summary>Contribution margin, percent of the price; 100 shows revenue.</summary>
    [SupplyParameterFromQuery(Name = MarginName)]
    public int? MarginNumber { get; set; }

    private CohortPeriod Period => Choice(PeriodText, CohortPeriod.Month);

    private ValuePrice Price => Choice(PriceText, ValuePrice.Paid);

    private int Margin => Math.Clamp(MarginNumber ?? 100, 1, 100);

    protected override async Task LoadAsync(CancellationToken cancellation) =>
        _shown = new(
            await Queries.ValueAsync(Access, AsOf, Period, Price, BuyerFilter.Everybody, cancellation)
        );

    private string Sentence(ValueView view)
    {
        if (view.PerBuyerBy(90) is not { } quarter)
            return L["ValueTooYoung"];
        return view.PerBuyerBy(365) is { } year
            ? L["ValueSentence", Amount(quarter * Margin / 100), Amount(year * Margin / 100)]
            : L["ValueSentenceShort", Amount(quarter * Margin / 100)];
    }

    // All cohorts together at every step that any has been watched for.
    private List<(double Day, double Value)> Average(ValueView view)
    {
        var longest = view
            .Cohorts.Where(c => c.Buyers > 0)
            .Select(c => Math.Min(c.ObservedDays, LongestDays))
            .DefaultIfEmpty(0)
            .Max();
        var points = new List<(double, double)>();
        for (var day = 0; day <= longest; day += StepDays)
        {
            if (view.PerBuyerBy(day) is { } value)
                points.Add((day, value * Margin / 100));
        }
        return points;
    }

    private List<ChartSeries> Curves(ValueView view)
    {
        var curves = new List<ChartSeries> { new(L["AllCohorts"], Average(view)) };
        foreach (var cohort in view.Cohorts.Where(c => c.Buyers > 0 && c.ObservedDays > 0))
        {
            var points = new List<(double, double)>();
            for (var day = 0; day <= Math.Min(cohort.ObservedDays, LongestDays); day += StepDays)
                points.Add((day, cohort.PerBuyerBy(day)!.Value * Margin / 100));
            curves.Add(new(L["OneCohort"], points) { Line = ChartLine.Quiet });
        }
        return curves;
    }

    private string Amount(double value) =>
        Display.Money(
            new Money((long)Math.Round(value * Money.Scale)).RoundedTo(Access.Currency),
            Access.Currency
        );

    private sealed record Shown(ValueView? View);
}
