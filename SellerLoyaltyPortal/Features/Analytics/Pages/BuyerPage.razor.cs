using System.Globalization;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>One buyer: why they do or do not qualify on a date, line by line.</summary>
public sealed partial class BuyerPage(ForecastQueries forecasts)
{
    private const string ThresholdName = "threshold";
    private const string LinesName = "lines";
    private const int FewLines = 50;
    private const int HorizonDays = 365;
    private const int MostUnits = 10_000_000;

    private Shown? _shown;
    private BuyerForecast? _forecast;
    private bool _isForecasting;

    /// <summary>The buyer's id in the address.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>The request that asks for the page; null inside a circuit.</summary>
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    /// <summary>How many lines to show at most.</summary>
    private int MostLines => Math.Max(NumberOf(LinesName) ?? FewLines, 1);

    /// <summary>What the total is held against; the current offer's without a choice.</summary>
    private Money Threshold =>
        NumberOf(ThresholdName) is > 0 and <= MostUnits and var units
            ? Money.FromUnits(units)
            : Offer.Threshold;

    private int ThresholdUnits => (int)decimal.Round(Threshold.ToDecimal());

    protected override async Task LoadAsync(IProgress<WorkProgress> progress, CancellationToken cancellation)
    {
        var profile = await Queries.BuyerAsync(Access, new BuyerId(Id), AsOf, cancellation, progress);
        cancellation.ThrowIfCancellationRequested();
        (_forecast, _isForecasting) = (null, false);
        // A request for somebody unknown is answered with 404, as for an id of another seller; inside a
        // circuit, where there is no status, the page says it.
        if (profile is null && Request is not null)
        {
            Navigation.NotFound();
            return;
        }
        _shown = new(profile);
    }

    // The models are fitted to everybody: seconds for many buyers, after the page is there.
    protected override async Task LoadMoreAsync(CancellationToken cancellation)
    {
        if (_shown?.Profile?.Summary is not { } summary)
            return;
        _isForecasting = true;
        StateHasChanged();
        _forecast = await forecasts.OfBuyerAsync(Access, AsOf, summary, HorizonDays, cancellation);
        _isForecasting = false;
        StateHasChanged();
    }

    private string Sentence(BuyerProfile profile)
    {
        var explanation = profile.Explanation;
        var total = Display.Money(explanation.Total, Access.Currency);
        var threshold = Display.Money(Threshold, Access.Currency);
        return explanation.Qualifies(Threshold)
            ? L["BuyerQualifies", total, threshold]
            : L[
                "BuyerLacks",
                total,
                threshold,
                Display.Money(explanation.Lacking(Threshold), Access.Currency)
            ];
    }

    private List<ChartSeries> Curve(BuyerProfile profile)
    {
        if (profile.Totals.Count == 0)
            return [];
        var first = profile.Totals[0].Day.Value;
        var points = profile.Totals.Select(t => ((double)t.Day.Value, (double)t.Total.ToDecimal())).ToList();
        points.Insert(0, (first, 0));
        points.Add((AsOf.Value, (double)profile.Totals[^1].Total.ToDecimal()));
        var level = (double)Threshold.ToDecimal();
        return
        [
            new(L["TotalInWindow"], points) { IsStepped = true },
            new(L["Threshold"], [(first, level), (AsOf.Value, level)]) { Line = ChartLine.Threshold },
        ];
    }

    private static string BaseName(BuyerProfile profile) =>
        AnalyticsNames.Of(profile.Explanation.Rule).ToString();

    private string Units(double amount) =>
        Display.MoneyShort(new((long)Math.Round(amount * Money.Scale)), Access.Currency);

    private static string Decimal(double value) => value.ToString("0.0", CultureInfo.CurrentCulture);

    private sealed record Shown(BuyerProfile? Profile);
}
