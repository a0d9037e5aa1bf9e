using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Numerics;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>
/// The forecast with its check, or what is missing for one. Fitting takes a while for many buyers, so it starts once
/// the page is alive and ends when the person leaves.
/// </summary>
public sealed partial class ForecastPanel(
    ForecastQueries queries,
    LoadFailures failures,
    IStringLocalizer<AnalyticsText> texts
) : ComponentBase, IDisposable
{
    // Names of models, the same in every language.
    private const string BgNbd = "BG/NBD";
    private const string ParetoNbd = "Pareto/NBD";

    private static readonly int[] Horizons = [90, 180, 365, 730];

    private CancellationTokenSource? _loading;
    private (AnalyticsScope, ValuePrice, int)? _loaded;
    private int _horizonDays = 365;
    private ForecastView? _view;
    private WorkProgress? _progress;
    private string? _failure;

    private IStringLocalizer<AnalyticsText> L => texts;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required AnalyticsScope Scope { get; set; }

    [Parameter, EditorRequired]
    public required ValuePrice Price { get; set; }

    /// <summary>What of a currency unit of forecast revenue is shown: 1 for all of it.</summary>
    [Parameter]
    public double Share { get; set; } = 1;

    /// <summary>Observed value by day, as shown: drawn beside the forecast.</summary>
    [Parameter]
    public IReadOnlyList<(double Day, double Value)> Observed { get; set; } = [];

    public void Dispose()
    {
        _loading?.Cancel();
        _loading?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_loaded != (Scope, Price, _horizonDays))
            await LoadAsync();
    }

    private Task Choose(ChangeEventArgs change)
    {
        _horizonDays = int.Parse((string)change.Value!, CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    private async Task LoadAsync()
    {
        _loaded = (Scope, Price, _horizonDays);
        (_view, _failure) = (null, null);
        if (_loading is not null)
        {
            await _loading.CancelAsync();
            _loading.Dispose();
        }
        _loading = new();
        var token = _loading.Token;
        try
        {
            var view = await queries.ForecastAsync(
                Access,
                Scope,
                Price,
                _horizonDays,
                ForecastQueries.YearlyDiscount,
                token,
                new Telling(this, token)
            );
            if (token.IsCancellationRequested)
                return;
            (_view, _progress) = (view, null);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The person has left, or has asked for something else.
            return;
        }
        catch (Exception failure) when (!token.IsCancellationRequested)
        {
            (_failure, _progress) = (L["LoadFailedText", failures.Report(failure)], null);
        }
        StateHasChanged();
    }

    private string TrustText(ForecastResult result)
    {
        var error = result.Check.RelativeError is { } e ? Display.Share(Math.Abs(e), 0) : "–";
        var weeks = Display.Count(result.Check.Weeks);
        return result.Trust switch
        {
            ForecastTrust.Good => L["TrustGood", weeks, error],
            ForecastTrust.Careful => L["TrustCareful", weeks, error],
            ForecastTrust.Poor => L["TrustPoor", weeks, error],
            ForecastTrust.Unknown => L["TrustUnknown"],
        };
    }

    private string MissingText(ForecastShortfall missing) =>
        missing switch
        {
            ForecastShortfall.Buyers => L["MissingBuyers", ForecastMinimum.Buyers],
            ForecastShortfall.History => L["MissingHistory", ForecastMinimum.Days],
            ForecastShortfall.LoyalBuyers => L["MissingLoyalBuyers", ForecastMinimum.Orders],
            ForecastShortfall.RecentPurchases => L["MissingRecentPurchases", ForecastMinimum.RecentDays],
        };

    private List<ChartSeries> NewBuyer(ForecastResult result) =>
        [
            new(L["ObservedValue"], [.. Observed.Where(o => o.Day <= result.HorizonDays)]),
            new(L["ForecastValue"], [.. result.NewBuyer.Select(n => ((double)n.Day, n.Value * Share))])
            {
                Line = ChartLine.Expected,
            },
        ];

    private List<ChartSeries> Tracking(ForecastResult result) =>
        [
            new(L["Actual"], [.. result.Tracking.Select(t => ((double)t.Week, (double)t.Actual))]),
            new(L["Expected"], [.. result.Tracking.Select(t => ((double)t.Week, t.Expected))])
            {
                Line = ChartLine.Expected,
            },
            new(L["CalibrationEnds"], [(CalibrationWeek(result), 0)]) { Line = ChartLine.Mark },
        ];

    private static double CalibrationWeek(ForecastResult result) =>
        Math.Max(result.Tracking.Count - result.Check.Weeks, 0);

    private static IEnumerable<(
        string Model,
        string Name,
        double Value,
        double Error,
        string Likelihood
    )> Parameters(ForecastResult result)
    {
        var (r, alpha, a, b) = result.Purchases.Parameters;
        var (pr, pAlpha, s, beta) = result.PurchasesByPareto.Parameters;
        var (p, q, v) = result.Spend.Parameters;
        return Rows(BgNbd, result.Purchases.Quality, ("r", r), ("α", alpha), ("a", a), ("b", b))
            .Concat(
                Rows(
                    ParetoNbd,
                    result.PurchasesByPareto.Quality,
                    ("r", pr),
                    ("α", pAlpha),
                    ("s", s),
                    ("β", beta)
                )
            )
            .Concat(Rows("Gamma-Gamma", result.Spend.Quality, ("p", p), ("q", q), ("γ", v)));

        static IEnumerable<(string, string, double, double, string)> Rows(
            string model,
            FitQuality quality,
            params (string Name, double Value)[] parameters
        ) =>
            parameters.Select(
                (parameter, i) =>
                    (
                        i == 0 ? model : "",
                        parameter.Name,
                        parameter.Value,
                        quality.StandardErrors[i],
                        i == 0 ? quality.LogLikelihood.ToString("0.00", CultureInfo.CurrentCulture) : ""
                    )
            );
    }

    private static string ErrorText(HoldOut check) =>
        check.RelativeError is { } error ? Display.Share(error) : "–";

    private static string Margin95(double? margin, Func<double, string> show) =>
        margin is { } half ? "± " + show(half) : "";

    private static string Count(double value) => Display.Count((long)Math.Round(value));

    private static string Decimal(double value) =>
        double.IsFinite(value) ? value.ToString("0.00", CultureInfo.CurrentCulture) : "–";

    private static string Precise(double value) =>
        double.IsFinite(value) ? value.ToString("G5", CultureInfo.CurrentCulture) : "–";

    // Forecasts are of revenue: of a contribution, the part of it that was kept so far.
    private string Amount(double value) => Plain(value * Share);

    private string Plain(double value) =>
        double.IsFinite(value)
            ? Display.MoneyShort(new Money((long)Math.Round(value * Money.Scale)), Access.Currency)
            : "–";

    private sealed class Telling(ForecastPanel panel, CancellationToken cancellation)
        : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (cancellation.IsCancellationRequested)
                return;
            _ = panel.InvokeAsync(() =>
            {
                if (cancellation.IsCancellationRequested || panel._view is not null)
                    return;
                panel._progress = value;
                panel.StateHasChanged();
            });
        }
    }
}
