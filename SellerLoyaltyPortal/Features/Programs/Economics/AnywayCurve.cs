using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Economics;

/// <summary>
/// What buyers spend anyway, at every threshold: made once for a ledger and a date, then each threshold is a
/// binary search. See <see cref="AnywayBasis"/> for the two ways.
/// </summary>
public sealed class AnywayCurve
{
    /// <summary>The year over which spending is looked at, whatever the rule's window is.</summary>
    public const int YearDays = 365;

    private readonly EligibilityRule _rule;

    // The cohort's totals, ascending, and what those from each rank on had and then spent; one longer.
    private readonly long[] _totals;
    private readonly long[] _beforeFrom;
    private readonly long[] _spentFrom;

    // The lower of a buyer's two totals, ascending: it reaches a threshold when both do.
    private readonly long[]? _lower;

    private AnywayCurve(
        EligibilityRule rule,
        AnywayBasis basis,
        DayNumber cohortOn,
        List<(long Total, long Spent, long Lower)> cohort
    )
    {
        (_rule, Basis, CohortOn) = (rule, basis, cohortOn);
        cohort.Sort((a, b) => a.Total.CompareTo(b.Total));
        _totals = [.. cohort.Select(b => b.Total)];
        _beforeFrom = SumsFrom(_totals);
        _spentFrom = SumsFrom([.. cohort.Select(b => b.Spent)]);
        if (basis != AnywayBasis.YearEarlier)
            return;
        _lower = [.. cohort.Select(b => b.Lower)];
        Array.Sort(_lower);
    }

    public AnywayBasis Basis { get; }

    public DayNumber CohortOn { get; }

    public long Bytes => 8L * (_totals.Length * 3L + (_lower?.Length ?? 0));

    /// <param name="columns">The ledger.</param>
    /// <param name="rule">What counts toward the threshold.</param>
    /// <param name="asOf">The last day that is known.</param>
    public static AnywayCurve Of(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf)
    {
        var now = BuyerTotalsCalculator.Calculate(columns, rule, asOf);
        var year =
            rule.WindowDays == YearDays
                ? now
                : BuyerTotalsCalculator.Calculate(columns, rule with { WindowDays = YearDays }, asOf);
        var earlierOn = asOf - YearDays;
        if (columns.FirstDay is not { } first || first > rule.WindowOn(earlierOn).First)
            return new(
                rule,
                AnywayBasis.LastYear,
                asOf,
                Cohort(now, buyer => (year.Of(buyer).TenThousandths, 0))
            );
        var earlier = BuyerTotalsCalculator.Calculate(columns, rule, earlierOn);
        return new(
            rule,
            AnywayBasis.YearEarlier,
            earlierOn,
            Cohort(
                earlier,
                buyer =>
                    (
                        year.Of(buyer).TenThousandths,
                        now.IsInBase(buyer)
                            ? Math.Min(earlier.Of(buyer).TenThousandths, now.Of(buyer).TenThousandths)
                            : long.MinValue
                    )
            )
        );
    }

    public AnywayEstimate At(Money threshold)
    {
        var least = _rule.LeastQualifying(threshold).TenThousandths;
        var rank = RankOf(_totals, least);
        return new(
            Basis,
            CohortOn,
            _totals.Length - rank,
            new(_beforeFrom[rank]),
            new(_spentFrom[rank]),
            _lower is null ? null : _lower.Length - RankOf(_lower, least)
        );
    }

    private static List<(long, long, long)> Cohort(
        BuyerTotals totals,
        Func<int, (long Spent, long Lower)> later
    )
    {
        var cohort = new List<(long, long, long)>(totals.BuyerCount);
        for (var buyer = 0; buyer < totals.Columns.BuyerCount; buyer++)
        {
            if (!totals.IsInBase(buyer))
                continue;
            var (spent, lower) = later(buyer);
            cohort.Add((totals.Of(buyer).TenThousandths, spent, lower));
        }
        return cohort;
    }

    private static long[] SumsFrom(long[] amounts)
    {
        var sums = new long[amounts.Length + 1];
        for (var i = amounts.Length - 1; i >= 0; i--)
            sums[i] = checked(sums[i + 1] + amounts[i]);
        return sums;
    }

    /// <summary>The first rank whose amount is at least this.</summary>
    private static int RankOf(long[] ascending, long least)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (ascending[middle] < least)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
