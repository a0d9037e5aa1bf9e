using System.Globalization;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.Retention;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>Who comes back: the triangle as shares and as counts, its weighted average, the second purchase, the months.</summary>
internal sealed class RetentionReport(AnalyticsQueries queries, SteadyLedger ledger, ReportFacts facts)
    : ReportDefinition
{
    private static readonly ReportInput Period = ReportInput.Choice<CohortPeriod>("period");

    private static readonly ReportColumn[] CohortColumns =
    [
        ReportColumn.Text("Cohort", 14),
        ReportColumn.Date("CohortFrom"),
        ReportColumn.Number("NewBuyers", "buyers", isSummed: true),
    ];

    private static readonly ReportShape Shares = new("RetentionShares", CohortColumns);

    private static readonly ReportShape Counts = new("RetentionCounts", CohortColumns);

    private static readonly ReportShape Average = new(
        "RetentionAverage",
        [
            ReportColumn.Number("PeriodsLater"),
            ReportColumn.Percent("WeightedAverage"),
            ReportColumn.Number("CohortsCounted"),
        ]
    );

    private static readonly ReportShape Second = new(
        "SecondPurchase",
        [
            ReportColumn.Number("WithinDays", "days"),
            ReportColumn.Percent("CameBack"),
            ReportColumn.Percent("CameBackLow"),
            ReportColumn.Percent("CameBackHigh"),
            ReportColumn.Number("StillWatched", "buyers"),
        ]
    );

    private static readonly ReportShape Months = new(
        "Months",
        [
            ReportColumn.Date("Month"),
            ReportColumn.Text("MonthIsOver", 16),
            ReportColumn.Number("New", "buyers", isSummed: true),
            ReportColumn.Number("Returning", "buyers"),
            ReportColumn.Number("Reactivated", "buyers"),
            ReportColumn.Number("Lapsed", "buyers"),
            ReportColumn.Money("NewRevenue", isSummed: true),
            ReportColumn.Money("ReturningRevenue", isSummed: true),
            ReportColumn.Money("ReactivatedRevenue", isSummed: true),
        ]
    );

    public override string Name => "retention";

    public override string Icon => "autorenew";

    public override IReadOnlyList<ReportInput> Inputs { get; } = [ReportInput.AsOf, Period];

    public override IReadOnlyList<ReportShape> Shapes { get; } = [Shares, Average, Second, Counts, Months];

    public override async Task<Result<Report>> MakeAsync(
        ReportRequest request,
        CancellationToken cancellation
    )
    {
        var asOf = request.AsOf();
        var period = request.Inputs.Choice(Period, CohortPeriod.Month);
        var (view, sequence) = await ledger.ReadAsync(
            request.Access.SellerId,
            async () =>
                await queries.RetentionAsync(
                    request.Access,
                    AnalyticsScope.Everybody(asOf),
                    period,
                    cancellation
                ),
            cancellation
        );
        return new Report
        {
            Name = Name,
            Title = facts["Report.retention"],
            Access = request.Access,
            Inputs = request.Inputs.Used,
            CreatedAt = request.At,
            Notices = facts.Notices(request, asOf),
            Facts =
            [
                .. facts.Head(request, sequence),
                facts.Date("AsOf", asOf),
                facts.Text("CohortPeriod", facts["Choice." + period]),
                facts.Text("RetentionDefinition", facts["RetentionMeans"]),
                facts.Number("BuyersEver", view?.Buyers),
                facts.Percent("CameBackIn90", ReportCell.Of(view?.SecondPurchase.After(90)?.Share)),
                facts.Number("MedianInterval", view?.Intervals.Median),
                facts.Fact("MeanInterval", ReportType.Number, ReportCell.Of(view?.Intervals.Mean)) with
                {
                    Decimals = 1,
                },
            ],
            Tables =
            [
                Triangle(Shares, view?.Triangle, isShare: true),
                AverageTable(view?.Triangle),
                ReportTable.Of(
                    Second.Name,
                    facts["Table.SecondPurchase"],
                    Second.Columns,
                    [.. view?.SecondPurchase.Points.Select(SecondRow) ?? []],
                    new ReportChart("WithinDays", ["CameBack", "CameBackLow", "CameBackHigh"])
                ),
                Triangle(Counts, view?.Triangle, isShare: false),
                ReportTable.Of(
                    Months.Name,
                    facts["Table.Months"],
                    Months.Columns,
                    [.. view?.Months.Select(MonthRow) ?? []]
                ),
            ],
        };
    }

    private ReportTable Triangle(ReportShape shape, CohortTriangle? triangle, bool isShare)
    {
        var cohorts = triangle?.Cohorts ?? 0;
        var columns = Enumerable
            .Range(0, cohorts)
            .Select(k =>
            {
                var key = k.ToString(CultureInfo.InvariantCulture);
                var column = isShare
                    ? ReportColumn.Percent("P" + key)
                    : ReportColumn.Number("N" + key, "buyers");
                return column with
                {
                    TextKey = isShare ? "PeriodShare" : "PeriodCount",
                    Argument = key,
                    Width = 9,
                    // The first period is all of them: it would take all of the colour.
                    Shade = isShare && k > 0 ? ReportShade.Heat : ReportShade.None,
                };
            });
        return ReportTable.Of(
            shape.Name,
            facts["Table." + shape.Name],
            [.. shape.Columns, .. columns],
            [.. Enumerable.Range(0, cohorts).Select(Row)]
        );

        ReportCell[] Row(int cohort) =>
            [
                ReportCell.Of(CohortNames.Of(triangle!.DaysOf(cohort), triangle.Period)),
                ReportCell.Of(triangle.DaysOf(cohort).First),
                ReportCell.Of((long)triangle.SizeOf(cohort)),
                .. Enumerable.Range(0, cohorts).Select(k => Cell(cohort, k)),
            ];

        ReportCell Cell(int cohort, int k) =>
            isShare ? ReportCell.Of(triangle!.Share(cohort, k, CohortCounting.OnPeriod, CohortBase.First))
            : triangle!.Count(cohort, k) is { } count ? ReportCell.Of((long)count)
            : ReportCell.Empty;
    }

    private ReportTable AverageTable(CohortTriangle? triangle) =>
        ReportTable.Of(
            Average.Name,
            facts["Table.RetentionAverage"],
            Average.Columns,
            [
                .. Enumerable
                    .Range(0, triangle?.Cohorts ?? 0)
                    .Select(k =>
                        (ReportCell[])
                            [
                                ReportCell.Of((long)k),
                                ReportCell.Of(
                                    triangle!.WeightedAverage(k, CohortCounting.OnPeriod, CohortBase.First)
                                ),
                                ReportCell.Of(
                                    Enumerable
                                        .Range(0, triangle.Cohorts)
                                        .LongCount(c => triangle.IsFinished(c, k))
                                ),
                            ]
                    ),
            ],
            new ReportChart("PeriodsLater", ["WeightedAverage"])
        );

    private static ReportCell[] SecondRow(SurvivalPoint point) =>
        [
            ReportCell.Of((long)point.Day),
            ReportCell.Of(point.Share),
            ReportCell.Of(point.Lower),
            ReportCell.Of(point.Upper),
            ReportCell.Of((long)point.AtRisk),
        ];

    private ReportCell[] MonthRow(MonthActivity month) =>
        [
            ReportCell.Of(DayNumber.Of(month.Month / 12, month.Month % 12 + 1, 1)),
            ReportCell.Of(facts[month.IsFinished ? "Yes" : "No"]),
            ReportCell.Of((long)month.New),
            ReportCell.Of((long)month.Returning),
            ReportCell.Of((long)month.Reactivated),
            ReportCell.Of((long)month.Lapsed),
            ReportCell.Of(new Money(month.NewRevenue)),
            ReportCell.Of(new Money(month.ReturningRevenue)),
            ReportCell.Of(new Money(month.ReactivatedRevenue)),
        ];
}
