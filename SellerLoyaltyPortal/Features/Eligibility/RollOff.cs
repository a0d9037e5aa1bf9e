using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// When those who qualify on a date would cease to if nobody bought anything more: their total only loses
/// what leaves the window. (It can rise again where a cancellation leaves; so the first day under the
/// threshold and being under it on a given day are told apart.)
/// </summary>
public sealed class RollOff
{
    private readonly int[] _firstExit;
    private readonly int[] _firstExits;
    private readonly int[] _below;

    private RollOff(BuyerTotals totals, Money threshold, int[] firstExit, int[] firstExits, int[] below)
    {
        (AsOf, Threshold) = (totals.AsOf, threshold);
        (_firstExit, _firstExits, _below) = (firstExit, firstExits, below);
    }

    public DayNumber AsOf { get; }

    public Money Threshold { get; }

    /// <summary>Days looked ahead.</summary>
    public int Horizon => _firstExits.Length;

    /// <summary>
    /// By day, from the day after <see cref="AsOf"/>: how many cease to qualify for the first time on it.
    /// </summary>
    public ReadOnlySpan<int> FirstExitsByDay => _firstExits;

    /// <summary>How many cease to qualify, if only for a time, within so many days.</summary>
    public int FirstExitsWithin(int days) => _firstExits.AsSpan(0, days).ToArray().Sum();

    /// <summary>How many of those who qualify now would not, so many days later (1 … <see cref="Horizon"/>).</summary>
    public int BelowAfter(int days) => _below[days - 1];

    /// <summary>The first day on which a buyer would no longer qualify.</summary>
    /// <returns>Null for one who does not qualify now, or still does at the end of the horizon.</returns>
    public DayNumber? FirstExitOf(int buyer) => _firstExit[buyer] == 0 ? null : AsOf + _firstExit[buyer];

    /// <param name="totals">Totals on the date; what was bought after it is left out.</param>
    /// <param name="threshold">By the boundary of the totals' rule.</param>
    /// <param name="horizon">Days to look ahead, at least 1.</param>
    public static RollOff Forecast(BuyerTotals totals, Money threshold, int horizon = 365)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        var lines = new RuleLines(totals.Columns, totals.Rule);
        var firstExit = new int[totals.Length];
        var shares = (firstExit.Length >> 14) + 1;
        var partial = new (int[] Exits, int[] Turns)[shares];
        WorkShares.Run(
            shares,
            share =>
            {
                var (exits, turns) = partial[share] = (new int[horizon], new int[horizon]);
                var (from, to) = WorkShares.Bounds(firstExit.Length, shares, share);
                for (var buyer = from; buyer < to; buyer++)
                {
                    if (!totals.Qualifies(buyer, threshold))
                        continue;
                    firstExit[buyer] = Follow(lines.Of(buyer), totals, threshold, totals.Of(buyer), turns);
                    if (firstExit[buyer] > 0)
                        exits[firstExit[buyer] - 1]++;
                }
            }
        );
        var firstExits = new int[horizon];
        var below = new int[horizon];
        foreach (var (exits, turns) in partial)
        {
            for (var day = 0; day < horizon; day++)
            {
                firstExits[day] += exits[day];
                below[day] += turns[day];
            }
        }
        for (var day = 1; day < horizon; day++)
            below[day] += below[day - 1];
        return new(totals, threshold, firstExit, firstExits, below);
    }

    /// <summary>
    /// What a buyer must buy by a later date, with nothing returned, to qualify on it; zero when they would
    /// without, or with a purchase worth nothing.
    /// </summary>
    /// <param name="totals">Totals now.</param>
    /// <param name="buyer">Ordinal in the snapshot's index.</param>
    /// <param name="threshold">By the boundary of the totals' rule.</param>
    /// <param name="on">The later date.</param>
    public static Money NeededToQualify(BuyerTotals totals, int buyer, Money threshold, DayNumber on)
    {
        var entries = new RuleLines(totals.Columns, totals.Rule).Of(buyer);
        var (sum, any) = (Money.Zero, false);
        for (var i = entries.FirstFrom(totals.Rule.WindowOn(on).First); i < entries.Count; i++)
        {
            if (entries.DayAt(i) > totals.AsOf.Value)
                break;
            (sum, any) = (sum + new Money(entries.AmountAt(i)), true);
        }
        if (any && totals.Rule.Qualifies(sum, threshold))
            return Money.Zero;
        // Who has nothing in the window needs a purchase even where it may be worth nothing.
        var lacking = totals.Rule.LeastQualifying(threshold) - sum;
        return lacking < Money.Zero ? Money.Zero : lacking;
    }

    /// <summary>
    /// Lets a buyer's entries leave the window one day after the other; returns after how many days the sum
    /// first falls under the threshold, 0 if not within the horizon, and notes every turn (down +1, up −1).
    /// </summary>
    internal static int Follow(
        RuleLines.Slice entries,
        BuyerTotals totals,
        Money threshold,
        Money total,
        Span<int> turns
    )
    {
        var (rule, asOf) = (totals.Rule, totals.AsOf.Value);
        var (qualifies, firstExit) = (true, 0);
        for (var i = entries.FirstFrom(totals.Window.First); i < entries.Count; )
        {
            var day = entries.DayAt(i);
            var after = (long)day + rule.WindowDays - asOf;
            if (day > asOf || after > turns.Length)
                break;
            for (; i < entries.Count && entries.DayAt(i) == day; i++)
                total -= new Money(entries.AmountAt(i));
            var isIn = i < entries.Count && entries.DayAt(i) <= asOf;
            var now = isIn && rule.Qualifies(total, threshold);
            if (now == qualifies)
                continue;
            turns[(int)after - 1] += now ? -1 : 1;
            qualifies = now;
            if (firstExit == 0)
                firstExit = (int)after;
        }
        return firstExit;
    }
}
