using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>
/// The rules of product.md written down as plainly as LINQ allows, from ledger lines, sharing no code with
/// the engine but the kernel's value types. Slow, and the reference for everything fast.
/// </summary>
internal static class NaiveEligibility
{
    public sealed record Entry(long BuyerKey, DayNumber Day, Money Amount);

    /// <summary>What counts, wherever it lies in time.</summary>
    public static IEnumerable<Entry> Entries(IEnumerable<LedgerLine> lines, EligibilityRule rule) =>
        from line in lines
        where rule.CountDiscounted || !line.Discounted
        let gross = PriceOf(line, rule.PriceBase)
        let returned = line.ReturnedQuantity == 0
            ? Money.Zero
            : gross.Fraction(line.ReturnedQuantity, line.Quantity)
        let returnDay = rule.ReturnRule == ReturnRule.ReturnDate
            ? line.ReturnedOn ?? line.BoughtOn
            : line.BoughtOn
        from entry in line.ReturnedQuantity == 0
            ? [new Entry(line.BuyerKey, line.BoughtOn, gross)]
            : new[]
            {
                new Entry(line.BuyerKey, line.BoughtOn, gross),
                new Entry(line.BuyerKey, returnDay, -returned),
            }
        select entry;

    public static Dictionary<long, Money> Totals(
        IEnumerable<LedgerLine> lines,
        EligibilityRule rule,
        DayNumber asOf
    ) =>
        Entries(lines, rule)
            .Where(e => e.Day.Value > (long)asOf.Value - rule.WindowDays && e.Day <= asOf)
            .GroupBy(e => e.BuyerKey)
            .ToDictionary(g => g.Key, g => Sum(g.Select(e => e.Amount)));

    public static bool Qualifies(Money total, Money threshold, EligibilityRule rule) =>
        rule.Boundary == ThresholdBoundary.AtLeast ? total >= threshold : total > threshold;

    public static Money PriceOf(LedgerLine line, PriceBase priceBase) =>
        priceBase switch
        {
            PriceBase.ListPrice => line.ListPrice,
            PriceBase.SellerPrice => line.SellerPrice,
            PriceBase.PricePaid => line.PricePaid,
        };

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (a, b) => a + b);

    public static Money? TypicalOrder(IEnumerable<LedgerLine> lines, EligibilityRule rule, DayNumber asOf)
    {
        var values = lines
            .Where(l => l.BoughtOn.Value > (long)asOf.Value - rule.WindowDays && l.BoughtOn <= asOf)
            .GroupBy(l => (l.BuyerKey, l.Order))
            .Select(g =>
                Sum(
                    g.Select(l =>
                        PriceOf(l, rule.PriceBase)
                        - (
                            l.ReturnedQuantity == 0
                                ? Money.Zero
                                : PriceOf(l, rule.PriceBase).Fraction(l.ReturnedQuantity, l.Quantity)
                        )
                    )
                )
            )
            .Where(v => v > Money.Zero)
            .Select(v => v.ToDecimal())
            .Order()
            .ToList();
        return values.Count == 0
            ? null
            : Money.FromDecimal(
                decimal.Round(
                    (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2,
                    4,
                    MidpointRounding.ToEven
                )
            );
    }

    /// <summary>Every combination of the rule's choices.</summary>
    public static IEnumerable<EligibilityRule> AllRules(params int[] windows) =>
        from window in windows
        from priceBase in Enum.GetValues<PriceBase>()
        from returnRule in Enum.GetValues<ReturnRule>()
        from boundary in Enum.GetValues<ThresholdBoundary>()
        from countDiscounted in new[] { true, false }
        select new EligibilityRule
        {
            WindowDays = window,
            PriceBase = priceBase,
            ReturnRule = returnRule,
            Boundary = boundary,
            CountDiscounted = countDiscounted,
        };
}
