using System.Runtime.InteropServices;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>A cohort's members by rounded history, and what models expect of them all.</summary>
/// <param name="period">Number of the cohort's period (<see cref="PeriodCalendar"/>).</param>
internal sealed class CohortMembers(int period)
{
    // By rounded history: how many, the sum of their mean spends, and of its squares.
    private readonly Dictionary<CustomerSummary, (int Count, double Spend, double Squares)> _groups = [];

    public int Period => period;

    /// <summary>All cohorts, the earliest first.</summary>
    public static List<CohortMembers> Of(
        PurchaseDays purchases,
        CohortPeriod period,
        CancellationToken cancellation
    )
    {
        var cohorts = new SortedDictionary<int, CohortMembers>();
        var byFirstDay = new Dictionary<int, CohortMembers>();
        for (var buyer = 0; buyer < purchases.BuyerCount; buyer++)
        {
            if ((buyer & 0x3FFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            if (CustomerSummaries.Of(purchases, buyer) is not { } summary)
                continue;
            var first = purchases.DaysOf(buyer)[0];
            if (!byFirstDay.TryGetValue(first, out var cohort))
            {
                var index = PeriodCalendar.IndexOf(new(first), period);
                if (!cohorts.TryGetValue(index, out cohort))
                    cohorts[index] = cohort = new(index);
                byFirstDay[first] = cohort;
            }
            cohort.Add(summary);
        }
        return [.. cohorts.Values];
    }

    /// <summary>
    /// Expected revenue after the as-of date up to each day after the first purchase, and its variance for given
    /// parameters: each member's number of purchases as a negative binomial while they stay.
    /// </summary>
    public (double Expected, double Variance)[] Expect(
        BgNbdModel purchases,
        GammaGammaModel spend,
        IReadOnlyList<int> days,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        // What is expected of one who stays depends on repeats and age alone: all such members together.
        var cells = new Dictionary<(int Repeats, double Age), Cell>();
        foreach (var (history, (count, spent, squares)) in _groups)
        {
            var mean = spent / count;
            var worth = spend.ExpectedSpend(history with { MeanRepeatSpend = mean });
            var spread = mean > 0 ? squares / count / (mean * mean) : 1;
            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(
                cells,
                (history.RepeatPurchases, history.ObservedAge),
                out _
            );
            cell.Add(count, purchases.ProbabilityAlive(history), worth, spread);
        }
        var sums = new (double Expected, double Variance)[days.Count];
        var (r, p) = (purchases.Parameters.R, spend.Parameters.P);
        foreach (var ((repeats, age), cell) in cells)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                var ahead = days[i] / CustomerSummaries.DaysPerWeek - age;
                if (ahead <= 0)
                    continue;
                var stays = purchases.ExpectedWhileAlive(repeats, age, ahead);
                sums[i].Expected += cell.Worth * stays;
                sums[i].Variance +=
                    cell.Squares * (stays * (1 + 1 / p) + stays * stays * (1 + 1 / (r + repeats)))
                    - cell.SquaresTwice * stays * stays;
            }
        }
        return sums;
    }

    private void Add(in CustomerSummary summary)
    {
        var spend = Math.Max(summary.MeanRepeatSpend, 0);
        // A flag, not a spend: who says nothing of spend is expected to spend as everybody does.
        var history = summary.Rounded() with
        {
            MeanRepeatSpend = spend > 0 ? 1 : 0,
        };
        ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, history, out _);
        group = (group.Count + 1, group.Spend + spend, group.Squares + spend * spend);
    }

    /// <summary>Sums over members of P(alive) × worth, × worth², and of P(alive)² × worth².</summary>
    private struct Cell
    {
        public double Worth;
        public double Squares;
        public double SquaresTwice;

        public void Add(int count, double alive, double worth, double spread)
        {
            var square = worth * worth * spread;
            Worth += count * alive * worth;
            Squares += count * alive * square;
            SquaresTwice += count * alive * alive * square;
        }
    }
}
