using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>Line by line, why a buyer has their total on a date: all their lines, by day, oldest first.</summary>
public sealed class EligibilityExplanation
{
    private EligibilityExplanation(EligibilityRule rule, DayNumber asOf, IReadOnlyList<ExplainedLine> lines)
    {
        (Rule, AsOf, Lines) = (rule, asOf, lines);
        Total = lines.Count == 0 ? Money.Zero : lines[^1].RunningTotal;
    }

    public EligibilityRule Rule { get; }

    public DayNumber AsOf { get; }

    public DayRange Window => Rule.WindowOn(AsOf);

    public IReadOnlyList<ExplainedLine> Lines { get; }

    /// <summary>What counts, together: the buyer's total in <see cref="BuyerTotals"/>.</summary>
    public Money Total { get; }

    /// <summary>Whether anything counts: without it a buyer does not qualify even at a threshold of zero.</summary>
    public bool IsInBase => Lines.Any(l => l.Counts);

    public bool Qualifies(Money threshold) => IsInBase && Rule.Qualifies(Total, threshold);

    /// <summary>What is lacking; zero for a buyer who qualifies.</summary>
    public Money Lacking(Money threshold) =>
        Qualifies(threshold) ? Money.Zero
        : Rule.LeastQualifying(threshold) - Total is var lacking && lacking > Money.Zero ? lacking
        : Money.Zero;

    /// <param name="columns">The ledger's snapshot.</param>
    /// <param name="rule">What counts.</param>
    /// <param name="asOf">The last day of the window.</param>
    /// <param name="buyer">Ordinal in <see cref="PurchaseColumns.Buyers"/>.</param>
    /// <exception cref="InvalidOperationException">The snapshot was built without the rule's price base.</exception>
    public static EligibilityExplanation Of(
        PurchaseColumns columns,
        EligibilityRule rule,
        DayNumber asOf,
        int buyer
    )
    {
        var lines = columns.LinesOf(buyer);
        var hasOrders = columns.Columns.HasFlag(PurchaseColumnSet.Orders);
        var entries = new List<ExplainedLine>(lines.Count);
        for (var line = 0; line < lines.Count; line++)
        {
            var boughtOn = lines.BoughtOn(line);
            var returnedOn = lines.ReturnedOn(line);
            var gross = lines.Gross(line, rule.PriceBase);
            var returned = lines.Returned(line, rule.PriceBase);
            var apart = returnedOn is not null && rule.ReturnRule == ReturnRule.ReturnDate;
            int? order = hasOrders ? lines.Order(line) : null;
            var isDiscounted = lines.IsDiscounted(line);
            Add(boughtOn, isReturn: false, gross, apart ? Money.Zero : returned);
            if (apart)
                Add(returnedOn!.Value, isReturn: true, Money.Zero, returned);

            void Add(DayNumber day, bool isReturn, Money grossOfEntry, Money returnedOfEntry)
            {
                var lessReturn = !isReturn && !apart && returnedOn is not null;
                entries.Add(
                    new(
                        day,
                        boughtOn,
                        order,
                        isReturn,
                        grossOfEntry,
                        returnedOfEntry,
                        ReasonOf(rule, asOf, day, isDiscounted, lessReturn),
                        Money.Zero,
                        RollingWindow.LeavesOn(day, rule.WindowDays)
                    )
                );
            }
        }
        return new(rule, asOf, WithRunningTotals(entries));
    }

    private static CountReason ReasonOf(
        EligibilityRule rule,
        DayNumber asOf,
        DayNumber day,
        bool isDiscounted,
        bool lessReturn
    )
    {
        if (day < rule.WindowOn(asOf).First)
            return CountReason.BeforeWindow;
        if (day > asOf)
            return CountReason.AfterAsOf;
        if (isDiscounted && !rule.CountDiscounted)
            return CountReason.DiscountedNotCounted;
        return lessReturn ? CountReason.CountedLessReturn : CountReason.Counted;
    }

    private static List<ExplainedLine> WithRunningTotals(IEnumerable<ExplainedLine> entries)
    {
        var explained = new List<ExplainedLine>();
        var running = Money.Zero;
        // Stable: what happened on one day stays in the order of the lines, a purchase before its return.
        foreach (var entry in entries.OrderBy(e => e.Day))
        {
            running = entry.Counts ? running + entry.Net : running;
            explained.Add(entry with { RunningTotal = running });
        }
        return explained;
    }
}
