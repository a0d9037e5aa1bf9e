using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>Adds up all buyers' counting lines on an as-of date.</summary>
public static class BuyerTotalsCalculator
{
    /// <summary>
    /// The totals of all buyers on <paramref name="asOf"/>, the end of the window, that day included. A date
    /// before the last purchase leaves out what was bought later; one after it means that nothing more is
    /// bought. Either way amounts are as this snapshot knows them: under
    /// <see cref="ReturnRule.OriginalDate"/> a return that came later is taken off already.
    /// </summary>
    /// <exception cref="InvalidOperationException">The snapshot was built without the rule's price base.</exception>
    public static BuyerTotals Calculate(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf)
    {
        var window = rule.WindowOn(asOf);
        var counted = columns.Lines.Counted(rule.PriceBase, rule.ReturnRule, rule.CountDiscounted);
        var totals = GC.AllocateUninitializedArray<long>(columns.BuyerCount);
        totals.AsSpan(counted.Buyers).Fill(BuyerTotals.None);
        var outcome = default(TotalsPass.Outcome);
        if (counted.TryOffsets(window.First.Value, window.Last.Value, out var from, out var span))
            outcome = TotalsPass.Run(counted, from, span, totals);
        else
            totals.AsSpan().Fill(BuyerTotals.None);
        var made = new BuyerTotals(columns, rule, asOf, totals, outcome.Buyers, new(outcome.Revenue));
        return columns.Patch is { } patch ? WithPatched(made, columns, totals, patch.Buyers) : made;
    }

    /// <summary>
    /// The totals after an append, equal to those calculated anew: from the snapshot before it, only the
    /// buyers that the append concerns are added up again.
    /// </summary>
    /// <param name="before">Totals on <paramref name="columns"/>'s previous snapshot, or on any other: then
    /// everything is calculated anew.</param>
    /// <param name="columns">The later snapshot.</param>
    public static BuyerTotals Update(BuyerTotals before, PurchaseColumns columns)
    {
        if (ReferenceEquals(before.Columns, columns))
            return before;
        if (!ReferenceEquals(before.Columns.Identity, columns.PreviousIdentity))
            return Calculate(columns, before.Rule, before.AsOf);
        var totals = GC.AllocateUninitializedArray<long>(columns.BuyerCount);
        before.Raw.CopyTo(totals);
        totals.AsSpan(before.Raw.Length).Fill(BuyerTotals.None);
        return WithPatched(before, columns, totals, columns.ChangedBuyers);
    }

    // Adds up the given buyers anew, who are all in the patch, and writes them over the totals.
    private static BuyerTotals WithPatched(
        BuyerTotals before,
        PurchaseColumns columns,
        long[] totals,
        ReadOnlySpan<int> buyers
    )
    {
        var rule = before.Rule;
        var (count, revenue) = (before.BuyerCount, before.Revenue);
        var counted = columns.Patch?.Store.Counted(rule.PriceBase, rule.ReturnRule, rule.CountDiscounted);
        var window = rule.WindowOn(before.AsOf);
        var (from, span, any) = ((ushort)0, (ushort)0, false);
        if (counted is not null)
            any = counted.TryOffsets(window.First.Value, window.Last.Value, out from, out span);
        foreach (var buyer in buyers)
        {
            if (totals[buyer] != BuyerTotals.None)
            {
                count--;
                revenue -= new Money(totals[buyer]);
            }
            totals[buyer] = any
                ? TotalsPass.Of(counted!, from, span, columns.Patch!.Find(buyer))
                : BuyerTotals.None;
            if (totals[buyer] == BuyerTotals.None)
                continue;
            count++;
            revenue += new Money(totals[buyer]);
        }
        return new(columns, rule, before.AsOf, totals, count, revenue);
    }
}
