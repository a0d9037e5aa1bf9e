using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.Retention;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>The retention page as JSON. Cells of periods that are not over are null; shares are fractions.</summary>
internal sealed record RetentionAnswer(
    string Definition,
    string AsOf,
    string TimeZone,
    IReadOnlyDictionary<string, string> Filter,
    string FirstDay,
    string LastDay,
    int Buyers,
    string Period,
    IReadOnlyList<RetentionAnswer.Cohort> Cohorts,
    IReadOnlyList<double?> WeightedAverage,
    IReadOnlyList<RetentionAnswer.Average> Averages,
    IReadOnlyList<RetentionAnswer.Point> SecondPurchase,
    IReadOnlyList<RetentionAnswer.Repeat> Repeats,
    IReadOnlyList<RetentionAnswer.Interval> Intervals,
    double? MeanIntervalDays,
    int? MedianIntervalDays,
    IReadOnlyList<RetentionAnswer.Month> Months
)
{
    public static RetentionAnswer From(RetentionView view, AnalyticsScope scope, SellerAccess access)
    {
        var triangle = view.Triangle;
        return new(
            "A buyer is active in a period with a purchase not returned in full; cohorts by first purchase; "
                + "on-period counts; averages weighted by cohort size; second purchase by Kaplan-Meier, 95 % band; revenue in 1/10,000 of the currency unit.",
            view.AsOf.ToString(),
            access.Calendar.Zone.Id,
            scope.ToNames(),
            view.Ledger.First.ToString(),
            view.Ledger.Last.ToString(),
            view.Buyers,
            triangle.Period.ToString(),
            [
                .. Enumerable
                    .Range(0, triangle.Cohorts)
                    .Select(c => new Cohort(
                        triangle.DaysOf(c).First.ToString(),
                        triangle.SizeOf(c),
                        [.. Enumerable.Range(0, triangle.CellsOf(c)).Select(k => triangle.Count(c, k))],
                        [
                            .. Enumerable
                                .Range(0, triangle.CellsOf(c))
                                .Select(k => triangle.Count(c, k, CohortCounting.OnOrAfter)),
                        ]
                    )),
            ],
            [
                .. Enumerable
                    .Range(0, triangle.Cohorts)
                    .Select(k => triangle.WeightedAverage(k, CohortCounting.OnPeriod, CohortBase.First)),
            ],
            [
                .. from counting in Enum.GetValues<CohortCounting>()
                from related in Enum.GetValues<CohortBase>()
                select new Average(
                    counting.ToString(),
                    related.ToString(),
                    [
                        .. Enumerable
                            .Range(0, triangle.Cohorts)
                            .Select(k => triangle.WeightedAverage(k, counting, related)),
                    ]
                ),
            ],
            PointsOf(view.SecondPurchase),
            [.. view.Repeats.Skip(1).Select((curve, i) => new Repeat(i + 2, PointsOf(curve)))],
            [
                .. view
                    .Intervals.Bands()
                    .Zip(RepeatIntervals.BandStarts, (count, from) => new Interval(from, count)),
            ],
            view.Intervals.Mean,
            view.Intervals.Median,
            [
                .. view.Months.Select(m => new Month(
                    PeriodCalendar.FirstDayOf(m.Month, CohortPeriod.Month).ToString(),
                    m.IsFinished,
                    m.New,
                    m.Returning,
                    m.Reactivated,
                    m.Lapsed,
                    m.NewRevenue,
                    m.ReturningRevenue,
                    m.ReactivatedRevenue
                )),
            ]
        );
    }

    private static IReadOnlyList<Point> PointsOf(SurvivalCurve curve) =>
        [.. curve.Points.Select(p => new Point(p.Day, p.AtRisk, p.Share, p.Lower, p.Upper))];

    /// <summary>Buyers in each period after the first: on it, and on it or later.</summary>
    internal sealed record Cohort(
        string From,
        int Size,
        IReadOnlyList<int?> Counts,
        IReadOnlyList<int?> OnOrAfter
    );

    internal sealed record Average(string Counting, string RelativeTo, IReadOnlyList<double?> Shares);

    /// <summary>From purchase n to the next.</summary>
    internal sealed record Repeat(int FromPurchase, IReadOnlyList<Point> Points);

    /// <summary>Completed intervals from so many days on, up to the next entry.</summary>
    internal sealed record Interval(int FromDays, long Count);

    internal sealed record Month(
        string From,
        bool IsFinished,
        int New,
        int Returning,
        int Reactivated,
        int Lapsed,
        long NewRevenue,
        long ReturningRevenue,
        long ReactivatedRevenue
    );

    internal sealed record Point(int Day, int AtRisk, double Share, double Lower, double Upper);
}
