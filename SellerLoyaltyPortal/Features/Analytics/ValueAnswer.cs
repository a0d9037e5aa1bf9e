using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// The LTV table as JSON: value a member is the total over the size. Totals and contributions are in 1/10,000 of the
/// currency unit.
/// </summary>
internal sealed record ValueAnswer(
    string Definition,
    string AsOf,
    string TimeZone,
    string Currency,
    string Price,
    IReadOnlyDictionary<string, string> Filter,
    IReadOnlyList<int> Days,
    IReadOnlyList<ValueAnswer.Cohort> Cohorts,
    IReadOnlyList<ValueAnswer.Average> Averages
)
{
    public static ValueAnswer From(ValueView view, AnalyticsScope scope, SellerAccess access) =>
        new(
            "Total of a cohort by the end of day n after each member's first purchase, net of returns and "
                + "cancellations, in 1/10,000 of the currency unit; null until every member was watched that long. "
                + "Contribution: (1 - commission) of what is paid, less the option commission on what was bought with "
                + "the discount, less the unit cost share of the undiscounted price.",
            view.AsOf.ToString(),
            access.Calendar.Zone.Id,
            access.Currency.Code,
            view.Price.ToString(),
            scope.ToNames(),
            CohortValue.Milestones,
            [
                .. view.Cohorts.Select(c => new Cohort(
                    c.Days.First.ToString(),
                    c.Buyers,
                    c.ObservedDays,
                    [.. CohortValue.Milestones.Select(c.TotalBy)],
                    [
                        .. CohortValue.Milestones.Select(day =>
                            c.SumsBy(day) is { } sums
                                ? (long?)
                                    decimal.Round(view.Rule.Of(sums) * Money.Scale, MidpointRounding.ToEven)
                                : null
                        ),
                    ]
                )),
            ],
            [
                .. CohortValue.Milestones.Select(day => new Average(
                    day,
                    view.PerBuyerBy(day, ValueMeasure.Revenue),
                    view.PerBuyerBy(day, ValueMeasure.Contribution)
                )),
            ]
        );

    /// <summary>A buyer's mean over all cohorts that were watched so long, in currency units.</summary>
    internal sealed record Average(int Day, double? Revenue, double? Contribution);

    internal sealed record Cohort(
        string From,
        int Size,
        int ObservedDays,
        IReadOnlyList<long?> Totals,
        IReadOnlyList<long?> Contributions
    );
}
