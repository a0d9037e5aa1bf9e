using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Cumulative value by cohort, as observed.</summary>
/// <param name="AsOf">The last day that is looked at.</param>
/// <param name="Ledger">The days with purchases up to then.</param>
/// <param name="Price">Which price is revenue.</param>
/// <param name="Cohorts">By first purchase, the earliest first.</param>
/// <param name="Rule">What is kept of it.</param>
public sealed record ValueView(
    DayNumber AsOf,
    DayRange Ledger,
    ValuePrice Price,
    IReadOnlyList<CohortValue> Cohorts,
    ContributionRule Rule
)
{
    /// <summary>Who have bought, of those that the filter means.</summary>
    public int Buyers => Cohorts.Sum(c => c.Buyers);

    /// <summary>For how many days at least half of the buyers have been watched.</summary>
    public int ObservedByHalf
    {
        get
        {
            var (all, watched) = ((long)Buyers, 0L);
            foreach (var cohort in Cohorts.OrderByDescending(c => c.ObservedDays))
            {
                watched += cohort.Buyers;
                if (watched * 2 >= all)
                    return Math.Max(cohort.ObservedDays, 0);
            }
            return 0;
        }
    }

    /// <summary>Sums as currency units of a measure.</summary>
    public double Of(ValueSums sums, ValueMeasure measure) =>
        measure switch
        {
            ValueMeasure.Revenue => sums.Revenue / (double)Money.Scale,
            ValueMeasure.Contribution => (double)Rule.Of(sums),
        };

    /// <summary>What a member of the cohort has brought by that day, in currency units; null until all were watched so long.</summary>
    public double? PerBuyerBy(CohortValue cohort, int day, ValueMeasure measure) =>
        cohort.SumsBy(day) is { } sums ? Of(sums, measure) / cohort.Buyers : null;

    /// <summary>
    /// All cohorts that have been watched for so long, taken together: their totals over their members.
    /// </summary>
    public double? PerBuyerBy(int day, ValueMeasure measure = ValueMeasure.Revenue)
    {
        var (total, buyers) = (default(ValueSums), 0L);
        foreach (var cohort in Cohorts)
        {
            if (cohort.SumsBy(day) is not { } sums)
                continue;
            total += sums;
            buyers += cohort.Buyers;
        }
        return buyers == 0 ? null : Of(total, measure) / buyers;
    }

    /// <summary>What of a currency unit of revenue was kept, over everything observed; null without revenue.</summary>
    public double? ContributionShare
    {
        get
        {
            var all = Cohorts.Aggregate(default(ValueSums), (sum, c) => sum + c.SoFarBy(int.MaxValue));
            return all.Revenue > 0 ? (double)Rule.Of(all) / (all.Revenue / (double)Money.Scale) : null;
        }
    }
}
