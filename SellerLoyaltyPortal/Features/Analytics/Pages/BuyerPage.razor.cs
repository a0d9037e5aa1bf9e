using System.Globalization;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>One buyer: why they do or do not qualify on a date, line by line.</summary>
public sealed partial class BuyerPage
{
    private const int FewLines = 50;
    private const int DefaultThreshold = 1000;

    private Shown? _shown;
    private BuyerThreshold? _offer;
    private BuyerForecast? _forecast;

    /// <summary>The buyer's id in the address.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>The request that asks for the page; null inside a circuit.</summary>
    [CascadingParameter]
    private HttpContext? Request { get; set; }

    /// <summary>What the total is held against, in whole units; the running program's without it.</summary>
    [SupplyParameterFromQuery(Name = "threshold")]
    public long? ThresholdText { get; set; }

    /// <summary>How many lines to show at most.</summary>
    [SupplyParameterFromQuery(Name = "lines")]
    public int? LinesText { get; set; }

    private int MostLines => Math.Max(LinesText ?? FewLines, 1);

    private Money Threshold =>
        ThresholdText is > 0 and <= 10_000_000 and { } units ? Money.FromUnits(units)
        : _offer?.Threshold is { } running ? running
        : Money.FromUnits(DefaultThreshold);

    private int ThresholdUnits => (int)decimal.Round(Threshold.ToDecimal());

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        _offer = await Queries.ThresholdAsync(Access, cancellation);
        var profile = await Queries.BuyerAsync(Access, new BuyerId(Id), _offer.Rule, AsOf, cancellation);
        _forecast = null;
        // A request for somebody unknown is answered with 404, as for an id of another seller; inside a
        // circuit, where there is no status, the page says it.
        if (profile is null && Request is not null)
        {
            Navigation.NotFound();
            return;
        }
        _shown = new(profile);
        if (profile?.Summary is not { } summary || !RendererInfo.IsInteractive)
            return;
        StateHasChanged();
        // The models are fitted to everybody: seconds for many buyers, after the page is there.
        _forecast = await Queries.ForecastOfAsync(Access, AsOf, summary, cancellation);
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

    private static string Decimal(double value) => value.ToString("0.0", CultureInfo.CurrentCulture);

    private sealed record Shown(BuyerProfile? Profile);
}
