using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Reports.Model;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>The forecast with its 95 % intervals and how far off it was in the check, or what is missing for one.</summary>
internal sealed class ForecastFigures(ReportFacts facts)
{
    public const int HorizonDays = 365;

    public IEnumerable<string> Notices(ForecastView view)
    {
        if (view.Result is { } result)
        {
            yield return facts.Words(
                "ForecastTrust." + result.Trust,
                Display.Share(Math.Abs(result.Check.RelativeError ?? 0), 0)
            );
            yield break;
        }
        yield return facts["ForecastHidden"];
        foreach (var missing in view.Missing)
            yield return facts.Words("ForecastMissing." + missing, LeastOf(missing));
    }

    public ReportFigures Of(ForecastResult result)
    {
        var totals = result.Totals;
        var (r, alpha, a, b) = result.Purchases.Parameters;
        var (p, q, v) = result.Spend.Parameters;
        return new(
            "Forecast",
            facts["Table.Forecast"],
            [
                Whole("HorizonDays", result.HorizonDays),
                Whole("ForecastBuyers", result.Buyers),
                Real("ExpectedPurchases", totals.Purchases),
                Real("ExpectedPurchasesLow", totals.Purchases - totals.PurchasesMargin),
                Real("ExpectedPurchasesHigh", totals.Purchases + totals.PurchasesMargin),
                Amount("ExpectedSpend", totals.Spend),
                Amount("ExpectedSpendLow", totals.Spend - totals.SpendMargin),
                Amount("ExpectedSpendHigh", totals.Spend + totals.SpendMargin),
                Amount("DiscountedSpend", totals.DiscountedSpend),
                Amount("NewBuyerYear", result.NewBuyer is [.., var last] ? last.Value : null),
                facts.Calc("CalibrationEnd", ReportType.Date, ReportCell.Of(result.CalibrationEnd)),
                Real("CheckActual", result.Check.Actual),
                Real("CheckExpected", result.Check.Expected),
                facts.Calc("CheckError", ReportType.Percent, ReportCell.Of(result.Check.RelativeError)) with
                {
                    Decimals = 1,
                },
                Precise("BgNbdR", r),
                Precise("BgNbdAlpha", alpha),
                Precise("BgNbdA", a),
                Precise("BgNbdB", b),
                Precise("BgNbdLogLikelihood", result.Purchases.Quality.LogLikelihood),
                Precise("GammaGammaP", p),
                Precise("GammaGammaQ", q),
                Precise("GammaGammaV", v),
                Precise("SpendCorrelation", result.SpendCorrelation),
            ]
        );
    }

    private ReportFigure Whole(string key, long value) =>
        facts.Calc(key, ReportType.Number, ReportCell.Of(value));

    private ReportFigure Real(string key, double? value) =>
        facts.Calc(key, ReportType.Number, ReportCell.Of(value)) with
        {
            Decimals = 1,
        };

    private ReportFigure Precise(string key, double value) =>
        facts.Calc(key, ReportType.Number, ReportCell.Of(value)) with
        {
            Decimals = 4,
        };

    private ReportFigure Amount(string key, double? units) =>
        facts.Calc(key, ReportType.Money, ReportCell.OfAmount(units));

    private static int LeastOf(ForecastShortfall missing) =>
        missing switch
        {
            ForecastShortfall.Buyers => ForecastMinimum.Buyers,
            ForecastShortfall.History => ForecastMinimum.Days,
            ForecastShortfall.LoyalBuyers => ForecastMinimum.Orders,
            ForecastShortfall.RecentPurchases => ForecastMinimum.RecentDays,
        };
}
