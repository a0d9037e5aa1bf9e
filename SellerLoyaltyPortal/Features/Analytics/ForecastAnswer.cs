using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>The forecast as JSON; sums of spend in currency units, because they are estimates.</summary>
internal sealed record ForecastAnswer(
    string Definition,
    string AsOf,
    string TimeZone,
    string Currency,
    IReadOnlyDictionary<string, string> Filter,
    IReadOnlyList<string> Missing,
    ForecastAnswer.Sums? Expected,
    ForecastAnswer.HeldOut? Check,
    IReadOnlyList<ForecastAnswer.Model> Models,
    IReadOnlyList<ForecastAnswer.OnDay> NewBuyer,
    IReadOnlyList<int> Days,
    IReadOnlyList<ForecastAnswer.Cohort> Cohorts,
    IReadOnlyList<double?>? MarginsOfAll
)
{
    public static ForecastAnswer From(
        ForecastView view,
        CohortForecasts ahead,
        AnalyticsScope scope,
        SellerAccess access
    ) =>
        new(
            "BG/NBD purchases times Gamma-Gamma spend, fitted by maximum likelihood to the buyers up to the as-of "
                + "date, time in weeks; margins are half-widths of 95 % intervals; the check fits anew without the "
                + "last third of the history. Missing names what a forecast lacks; there is none then.",
            view.AsOf.ToString(),
            access.Calendar.Zone.Id,
            access.Currency.Code,
            scope.ToNames(),
            [.. view.Missing.Select(m => m.ToString())],
            view.Result is { } result ? SumsOf(result) : null,
            view.Result is { } held ? CheckOf(held) : null,
            view.Result is { } fitted ? ModelsOf(fitted) : [],
            view.Result is { } made ? [.. made.NewBuyer.Select(n => new OnDay(n.Day, Finite(n.Value)))] : [],
            CohortForecast.At,
            [
                .. ahead.Cohorts.Select(c => new Cohort(
                    c.Days.First.ToString(),
                    [.. c.Expected.Select(Finite)],
                    c.Margins is null ? null : [.. c.Margins.Select(Finite)]
                )),
            ],
            ahead.Margins is null ? null : [.. ahead.Margins.Select(Finite)]
        );

    private static Sums SumsOf(ForecastResult result) =>
        new(
            result.HorizonDays,
            result.YearlyDiscount,
            result.Buyers,
            Finite(result.Totals.Alive),
            Finite(result.Totals.Purchases),
            result.Totals.PurchasesMargin,
            Finite(result.Totals.Spend),
            result.Totals.SpendMargin is { } margin ? Finite(margin) : null,
            Finite(result.Totals.DiscountedSpend),
            Finite(result.NewBuyer[^1].Value)
        );

    private static HeldOut CheckOf(ForecastResult result) =>
        new(
            result.Trust.ToString(),
            result.CalibrationEnd.ToString(),
            result.Check.Weeks,
            result.Check.Actual,
            result.Check.Expected,
            result.Check.RelativeError,
            result.CheckByPareto.Expected,
            result.CheckByPareto.RelativeError,
            [.. result.Tracking.Select(t => new Week(t.Week, t.Actual, t.Expected))],
            [
                .. result.Check.ByFrequency.Select(
                    (row, i) =>
                        new Frequency(
                            row.Repeats,
                            row.Buyers,
                            result.Frequencies[i].Expected,
                            row.Actual,
                            row.Expected,
                            result.CheckByPareto.ByFrequency[i].Expected
                        )
                ),
            ],
            Finite(result.SpendCorrelation)
        );

    private static IReadOnlyList<Model> ModelsOf(ForecastResult result)
    {
        var (r, alpha, a, b) = result.Purchases.Parameters;
        var (pr, pAlpha, s, beta) = result.PurchasesByPareto.Parameters;
        var (p, q, v) = result.Spend.Parameters;
        return
        [
            Model.Of("BG/NBD", result.Purchases.Quality, ("r", r), ("alpha", alpha), ("a", a), ("b", b)),
            Model.Of(
                "Pareto/NBD",
                result.PurchasesByPareto.Quality,
                ("r", pr),
                ("alpha", pAlpha),
                ("s", s),
                ("beta", beta)
            ),
            Model.Of("Gamma-Gamma", result.Spend.Quality, ("p", p), ("q", q), ("gamma", v)),
        ];
    }

    // JSON knows no infinity: where a model has no mean there is no number.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    internal sealed record Sums(
        int HorizonDays,
        double YearlyDiscount,
        int Buyers,
        double? StillBuyers,
        double? Purchases,
        double? PurchasesMargin,
        double? Spend,
        double? SpendMargin,
        double? DiscountedSpend,
        double? NewBuyer
    );

    internal sealed record HeldOut(
        string Trust,
        string CalibrationEnd,
        int Weeks,
        double Actual,
        double Expected,
        double? Error,
        double ExpectedByPareto,
        double? ErrorByPareto,
        IReadOnlyList<Week> Weekly,
        IReadOnlyList<Frequency> ByFrequency,
        double? SpendCorrelation
    );

    /// <summary>Repeat purchases up to the end of a week, of all buyers first seen before the check.</summary>
    internal sealed record Week(int Number, long Actual, double Expected);

    /// <summary>
    /// Buyers with so many repeats before the check (the last entry: and more), as they are and as BG/NBD has them, and
    /// their mean purchases in the check.
    /// </summary>
    internal sealed record Frequency(
        int Repeats,
        int Buyers,
        double ExpectedBuyers,
        double ActualMean,
        double ExpectedMean,
        double ExpectedMeanByPareto
    );

    internal sealed record OnDay(int Day, double? Value);

    /// <summary>What all members of a cohort are expected to bring after the as-of date, by the days of the answer, in currency units.</summary>
    internal sealed record Cohort(
        string From,
        IReadOnlyList<double?> Expected,
        IReadOnlyList<double?>? Margins
    );

    internal sealed record Parameter(string Name, double Value, double? StandardError);

    internal sealed record Model(
        string Name,
        double LogLikelihood,
        string Outcome,
        IReadOnlyList<Parameter> Parameters
    )
    {
        public static Model Of(
            string name,
            FitQuality quality,
            params (string Name, double Value)[] parameters
        ) =>
            new(
                name,
                quality.LogLikelihood,
                quality.Outcome.ToString(),
                [
                    .. parameters.Select(
                        (p, i) => new Parameter(p.Name, p.Value, Finite(quality.StandardErrors[i]))
                    ),
                ]
            );
    }
}
