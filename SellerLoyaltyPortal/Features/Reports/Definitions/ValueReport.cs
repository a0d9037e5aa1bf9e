using System.Globalization;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>What a buyer brings with time: observed by cohort, and forecast where the data allow one.</summary>
internal sealed class ValueReport(
    AnalyticsQueries queries,
    ForecastQueries forecasts,
    SteadyLedger ledger,
    ForecastFigures forecast,
    ReportFacts facts
) : ReportDefinition
{
    private static readonly ReportInput Period = ReportInput.Choice<CohortPeriod>("period");
    private static readonly ReportInput Price = ReportInput.Choice<ValuePrice>("price");

    private static readonly ReportColumn[] CohortColumns =
    [
        ReportColumn.Text("Cohort", 14),
        ReportColumn.Date("CohortFrom"),
        ReportColumn.Number("NewBuyers", "buyers", isSummed: true),
        ReportColumn.Number("WatchedDays", "days"),
    ];

    private static readonly ReportShape PerBuyer = new(
        "BuyerValue",
        [.. CohortColumns, .. Milestones("V", "ValueBy", isSummed: false, ReportShade.Heat)]
    );

    private static readonly ReportShape Totals = new(
        "ValueTotals",
        [.. CohortColumns, .. Milestones("T", "TotalBy", isSummed: true, ReportShade.None)]
    );

    private static readonly ReportShape Expected = new(
        "BuyerForecast",
        [.. CohortColumns, .. Milestones("E", "ExpectedBy", isSummed: false, ReportShade.Heat)]
    );

    private static readonly ReportShape Average = new(
        "ValueCurve",
        [
            ReportColumn.Number("DaysLater", "days"),
            ReportColumn.Money("ObservedPerBuyer"),
            ReportColumn.Money("ExpectedOfNewBuyer"),
        ]
    );

    public override string Name => "ltv";

    public override string Icon => "trending_up";

    public override IReadOnlyList<ReportInput> Inputs { get; } = [ReportInput.AsOf, Period, Price];

    public override IReadOnlyList<ReportShape> Shapes { get; } = [PerBuyer, Average, Expected, Totals];

    public override async Task<Result<Report>> MakeAsync(
        ReportRequest request,
        CancellationToken cancellation
    )
    {
        var (access, inputs) = (request.Access, request.Inputs);
        var asOf = request.AsOf();
        var scope = AnalyticsScope.Everybody(asOf);
        var (period, price) = (
            inputs.Choice(Period, CohortPeriod.Month),
            inputs.Choice(Price, ValuePrice.Paid)
        );
        var ((view, future, ahead), sequence) = await ledger.ReadAsync(
            access.SellerId,
            async () =>
                (
                    await queries.ValueAsync(access, scope, period, price, cancellation),
                    await forecasts.ForecastAsync(
                        access,
                        scope,
                        price,
                        ForecastFigures.HorizonDays,
                        ForecastQueries.YearlyDiscount,
                        cancellation
                    ),
                    await forecasts.CohortsAsync(access, scope, period, price, cancellation)
                ),
            cancellation
        );
        return new Report
        {
            Name = Name,
            Title = facts["Report.ltv"],
            Access = access,
            Inputs = inputs.Used,
            CreatedAt = request.At,
            Notices = [.. facts.Notices(request, asOf), .. forecast.Notices(future)],
            Facts =
            [
                .. facts.Head(request, sequence),
                facts.Date("AsOf", asOf),
                facts.Text("CohortPeriod", facts["Choice." + period]),
                facts.Text("ValuePrice", facts["ValuePrice." + price]),
                facts.Text("ValueDefinition", facts["ValueMeans"]),
                facts.Number("BuyersEver", view?.Cohorts.Sum(c => (long)c.Buyers)),
                facts.Fact("ValueIn90", ReportType.Money, ReportCell.OfAmount(view?.PerBuyerBy(90))),
                facts.Fact("ValueIn365", ReportType.Money, ReportCell.OfAmount(view?.PerBuyerBy(365))),
            ],
            Figures = future.Result is { } result ? [forecast.Of(result)] : [],
            Tables =
            [
                Cohorts(PerBuyer, view, period, (c, day) => ReportCell.OfAmount(c.PerBuyerBy(day))),
                OverTime(view, future.Result),
                Cohorts(
                    Expected,
                    view,
                    period,
                    (c, day) => ReportCell.OfAmount(ExpectedBy(c, day, ahead.Cohorts))
                ),
                Cohorts(
                    Totals,
                    view,
                    period,
                    (c, day) =>
                        c.TotalBy(day) is { } total ? ReportCell.Of(new Money(total)) : ReportCell.Empty
                ),
            ],
        };
    }

    private ReportTable Cohorts(
        ReportShape shape,
        ValueView? view,
        CohortPeriod period,
        Func<CohortValue, int, ReportCell> cell
    ) =>
        ReportTable.Of(
            shape.Name,
            facts["Table." + shape.Name],
            shape.Columns,
            [
                .. (view?.Cohorts ?? []).Select(cohort =>
                    (ReportCell[])
                        [
                            ReportCell.Of(CohortNames.Of(cohort.Days, period)),
                            ReportCell.Of(cohort.Days.First),
                            ReportCell.Of((long)cohort.Buyers),
                            cohort.ObservedDays >= 0
                                ? ReportCell.Of((long)cohort.ObservedDays)
                                : ReportCell.Empty,
                            .. CohortValue.Milestones.Select(day => cell(cohort, day)),
                        ]
                ),
            ]
        );

    // Where a cohort has been watched so long, its value is known and nothing is expected.
    private static double? ExpectedBy(CohortValue cohort, int day, IReadOnlyList<CohortForecast> ahead) =>
        cohort.Buyers > 0
        && cohort.SumsBy(day) is null
        && ahead.FirstOrDefault(a => a.Days == cohort.Days)?.By(day) is { } beyond
            ? (cohort.SoFarBy(day).Revenue / (double)Money.Scale + beyond) / cohort.Buyers
            : null;

    // Every 30 days, as the forecast steps: both lines have their points on the same rows.
    private ReportTable OverTime(ValueView? view, ForecastResult? future)
    {
        var expected = future?.NewBuyer.ToDictionary(p => p.Day, p => p.Value) ?? [];
        var days = Enumerable
            .Range(0, 25)
            .Select(i => i * 30)
            .Where(day => view?.PerBuyerBy(day) is not null || expected.ContainsKey(day));
        return ReportTable.Of(
            Average.Name,
            facts["Table.ValueCurve"],
            Average.Columns,
            [
                .. days.Select(day =>
                    (ReportCell[])
                        [
                            ReportCell.Of((long)day),
                            ReportCell.OfAmount(view?.PerBuyerBy(day)),
                            expected.TryGetValue(day, out var value)
                                ? ReportCell.OfAmount(value)
                                : ReportCell.Empty,
                        ]
                ),
            ],
            new ReportChart("DaysLater", ["ObservedPerBuyer", "ExpectedOfNewBuyer"])
        );
    }

    private static IEnumerable<ReportColumn> Milestones(
        string prefix,
        string textKey,
        bool isSummed,
        ReportShade shade
    ) =>
        CohortValue.Milestones.Select(day =>
        {
            var text = day.ToString(CultureInfo.InvariantCulture);
            return ReportColumn.Money(prefix + text, isSummed) with
            {
                TextKey = textKey,
                Argument = text,
                Shade = shade,
                Width = 15,
            };
        });
}
