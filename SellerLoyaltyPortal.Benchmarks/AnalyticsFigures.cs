using System.Globalization;
using System.IO.Compression;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Retention;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Benchmarks;

/// <summary>The analytics' own figures, for benchmarks/compare.sh.</summary>
internal static class AnalyticsFigures
{
    /// <summary>Fits BG/NBD to all of CDNOW, calibrated to 1997-09-30, from the default start.</summary>
    /// <param name="file">Gets a row "x, t_x, T" (weeks) a buyer for the peers.</param>
    public static void BgNbd(string file)
    {
        var days = PurchaseDays.From(Cdnow(), DayNumber.Of(1997, 9, 30), PriceBase.PricePaid);
        var (buyers, _) = CustomerSummaries.From(days);
        File.WriteAllLines(
            file,
            buyers.Select(b =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{b.RepeatPurchases},{b.LastPurchaseAge:R},{b.ObservedAge:R}"
                )
            )
        );
        BgNbdFit? fit = null;
        // From the summaries, as the peers start: grouping is ours to do.
        Figures.Print("fit_ms", Figures.BestMs(50, _ => fit = BgNbdFit.To(HistoryGroups.From(buyers))));
        ParetoNbdFit? pareto = null;
        Figures.Print(
            "pareto_fit_ms",
            Figures.BestMs(5, _ => pareto = ParetoNbdFit.To(HistoryGroups.From(buyers)))
        );
        Figures.Print("spend_fit_ms", Figures.BestMs(5, _ => GammaGammaFit.To(buyers)));
        Figures.Print("buyers", buyers.Length);
        Figures.Print("log_likelihood", fit!.Quality.LogLikelihood);
        Figures.Print("evaluations", fit.Quality.Evaluations);
        Figures.Print("pareto_log_likelihood", pareto!.Quality.LogLikelihood);
    }

    public static void Cohorts(int lines)
    {
        var columns = new LedgerGenerator(lines).Build(PurchaseColumnSet.SellerPrice);
        CohortTriangle? triangle = null;
        foreach (var period in Enum.GetValues<CohortPeriod>())
            Figures.Print(
                $"cohorts_{period}_ms",
                Figures.BestMs(
                    20,
                    _ => triangle = CohortCalculator.Count(columns, LedgerGenerator.LastDay, period)
                )
            );
        triangle = CohortCalculator.Count(columns, LedgerGenerator.LastDay, CohortPeriod.Month);
        var (cells, weighted) = (0L, 0L);
        for (var cohort = 0; cohort < triangle.Cohorts; cohort++)
        {
            for (var k = 0; k < triangle.CellsOf(cohort); k++)
            {
                var count = triangle.CountSoFar(cohort, k)!.Value;
                cells += count;
                weighted += (long)count * (cohort * 100 + k);
            }
        }
        Figures.Print("answer_cells", cells);
        Figures.Print("answer_weighted", weighted);
    }

    public static void Rfm(int buyers)
    {
        var columns = new LedgerGenerator(buyers * 10).Build(PurchaseColumnSet.All);
        var asOf = LedgerGenerator.LastDay;
        var window = new DayRange(LedgerGenerator.FirstDay, asOf);
        RfmTable? table = null;
        Figures.Print(
            "rfm_ms",
            Figures.BestMs(10, _ => table = RfmCalculator.Score(columns, window, PriceBase.SellerPrice))
        );
        Figures.Print("rfm_buyers", table!.Count);

        BuyerBoard? board = null;
        Figures.Print(
            "board_ms",
            Figures.BestMs(
                5,
                _ => board = BuyerBoard.From(columns, EligibilityRule.Default, asOf, CancellationToken.None)
            )
        );
        // What the page asks of a board that nobody has looked at yet, its first page included.
        Figures.Print(
            "board_page_ms",
            Figures.BestMs(
                5,
                _ =>
                {
                    var fresh = BuyerBoard.From(
                        columns,
                        EligibilityRule.Default,
                        asOf,
                        CancellationToken.None
                    );
                    fresh.List(new());
                    fresh.Segments();
                    fresh.Rhythms();
                    fresh.Concentration.BuyersFor(0.8);
                }
            )
        );
        foreach (var sort in Enum.GetValues<BuyerSort>())
        {
            var query = new BuyerQuery
            {
                Sort = sort,
                Rhythm = BuyerRhythm.AtRisk,
                Skip = 1000,
            };
            Figures.Print($"list_first_{sort}_ms", Figures.BestMs(1, _ => board!.List(query)));
            Figures.Print($"list_again_{sort}_ms", Figures.BestMs(10, _ => board!.List(query)));
            Figures.Print(
                $"list_page_{sort}_ms",
                Figures.BestMs(10, i => board!.List(new() { Sort = sort, Skip = i * 1000 }))
            );
        }
        Figures.Print(
            "list_find_ms",
            Figures.BestMs(10, _ => board!.List(new() { IdStart = "b00123", Skip = 10 }))
        );

        PurchaseDays? days = null;
        Figures.Print(
            "days_ms",
            Figures.BestMs(5, _ => days = PurchaseDays.From(columns, asOf, PriceBase.SellerPrice))
        );
        Figures.Print("survival_ms", Figures.BestMs(5, _ => RepeatTimes.Curve(days!)));
        Figures.Print("intervals_ms", Figures.BestMs(5, _ => RepeatTimes.Intervals(days!)));
        Figures.Print("months_ms", Figures.BestMs(5, _ => ActivityByMonth.Count(days!)));
        Figures.Print(
            "value_ms",
            Figures.BestMs(5, _ => CohortValues.Sum(columns, asOf, CohortPeriod.Month, PriceBase.SellerPrice))
        );
        Forecasts(days!);
    }

    // What LTV and one buyer wait for, by parts; "forecast" is the whole.
    private static void Forecasts(PurchaseDays days)
    {
        var (buyers, _) = CustomerSummaries.From(days);
        HistoryGroups? groups = null;
        Figures.Print("group_ms", Figures.BestMs(2, _ => groups = HistoryGroups.From(buyers)));
        Figures.Print("groups", groups!.Counts.Length);
        Figures.Print("bgnbd_ms", Figures.BestMs(2, _ => BgNbdFit.To(groups)));
        Figures.Print("pareto_ms", Figures.BestMs(2, _ => ParetoNbdFit.To(groups)));
        Figures.Print("gamma_gamma_ms", Figures.BestMs(2, _ => GammaGammaFit.To(buyers)));
        BuyerModels? models = null;
        Figures.Print(
            "models_ms",
            Figures.BestMs(2, _ => models = ForecastMaker.Fit(days, null, CancellationToken.None))
        );
        var sums = new SpendForecast(models!.Purchases, models.Spend);
        Figures.Print("sums_ms", Figures.BestMs(2, _ => sums.Sum(buyers, 365 / 7.0, 0.1)));
        Figures.Print(
            "cohorts_ahead_ms",
            Figures.BestMs(
                2,
                _ => CohortForecaster.Make(days, models, CohortPeriod.Month, CancellationToken.None)
            )
        );
        Figures.Print(
            "forecast_ms",
            Figures.BestMs(1, _ => ForecastMaker.Make(days, 365, 0.1, CancellationToken.None))
        );
    }

    private static PurchaseColumns Cdnow()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "DemoData", "CDNOW_master.txt.gz");
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        text.ReadLine();
        var builder = new PurchaseColumnsBuilder(PurchaseColumnSet.PricePaid);
        while (text.ReadLine() is { } row)
        {
            var fields = row.Split(
                ' ',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
            if (fields.Length != 4)
                continue;
            var key = long.Parse(fields[0], CultureInfo.InvariantCulture);
            var day = DateOnly.ParseExact(fields[1], "yyyyMMdd", CultureInfo.InvariantCulture);
            var paid = Money.FromDecimal(decimal.Parse(fields[3], CultureInfo.InvariantCulture));
            builder.AddBuyer(key, new(fields[0]));
            builder.Add(new(key, DayNumber.From(day), Money.Zero, Money.Zero, paid));
        }
        return builder.Build();
    }
}
