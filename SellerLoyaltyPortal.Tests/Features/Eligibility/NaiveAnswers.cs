using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using Entry = SellerLoyaltyPortal.Tests.Features.Eligibility.NaiveEligibility.Entry;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>Answers an <see cref="EligibilityQuestion"/> from ledger lines, date by date and buyer by buyer.</summary>
internal sealed class NaiveAnswers(
    IReadOnlyCollection<LedgerLine> lines,
    IReadOnlyCollection<long> buyers,
    EligibilityQuestion question
)
{
    private readonly EligibilityRule _rule = question.Rule;
    private readonly List<Entry> _entries = [.. NaiveEligibility.Entries(lines, question.Rule)];
    private readonly Dictionary<long, Money> _totals = NaiveEligibility.Totals(
        lines,
        question.Rule,
        question.AsOf
    );

    // Nothing more is bought, nothing more comes back.
    private List<Entry> Known => [.. _entries.Where(e => e.Day <= question.AsOf)];

    public List<string> All() =>
        [
            .. Totals(),
            .. Curve(),
            .. Near(),
            .. Ranking(),
            .. RollOff(),
            .. TimeAbove(),
            .. Changes(),
            .. Why(),
        ];

    private IEnumerable<string> Totals() =>
        _totals
            .OrderBy(t => t.Key)
            .Select(t => $"total of {t.Key}: {t.Value}")
            .Append($"base: {_totals.Count}, {NaiveEligibility.Sum(_totals.Values)}")
            .Append($"typical order: {NaiveEligibility.TypicalOrder(lines, _rule, question.AsOf)}");

    private IEnumerable<string> Curve()
    {
        var totals = _totals.Values.Order().ToList();
        foreach (var total in totals.Distinct())
        {
            var above = totals.Where(t => t >= total).ToList();
            yield return $"step {total}: {above.Count}, {NaiveEligibility.Sum(above)}";
        }
        foreach (var threshold in question.Thresholds(totals))
        {
            var qualified = totals.Where(t => Qualifies(t, threshold)).ToList();
            var near = totals.Count(t =>
                !Qualifies(t, threshold) && Qualifies(t, threshold - question.TypicalOrder)
            );
            yield return $"at {threshold}: {qualified.Count}, {NaiveEligibility.Sum(qualified)}, near {near}";
        }
        for (var count = 1; count <= totals.Count; count++)
        {
            var least = totals[^count];
            yield return $"for {count} buyers: {(_rule.Boundary == ThresholdBoundary.AtLeast ? least : least - new Money(1))}";
        }
        foreach (var priceBase in Enum.GetValues<PriceBase>())
        foreach (var returnRule in Enum.GetValues<ReturnRule>())
        {
            var rule = _rule with { PriceBase = priceBase, ReturnRule = returnRule };
            var varied = NaiveEligibility.Totals(lines, rule, question.AsOf).Values;
            var qualified = varied.Where(t => Qualifies(t, question.Threshold)).ToList();
            yield return $"under {priceBase}, {returnRule}: {qualified.Count}, {NaiveEligibility.Sum(qualified)} of {varied.Count}, {NaiveEligibility.Sum(varied)}";
        }
    }

    private IEnumerable<string> Near() =>
        from buyer in _totals
        where !Qualifies(buyer.Value, question.Threshold)
        where Qualifies(buyer.Value, question.Threshold - question.TypicalOrder)
        let lacking = Least - buyer.Value
        orderby lacking, buyer.Key
        let left = DaysUntilNot(buyer.Key, question.Threshold - question.TypicalOrder)
        select $"near {buyer.Key}: {buyer.Value}, lacks {lacking}, {(left > ushort.MaxValue ? null : left)} days";

    private IEnumerable<string> Ranking() =>
        from buyer in _totals
        orderby buyer.Value descending, buyer.Key
        let standing = Qualifies(buyer.Value, question.Threshold) ? BuyerStanding.Qualifies
        : Qualifies(buyer.Value, question.Threshold - question.TypicalOrder) ? BuyerStanding.Near
        : BuyerStanding.Below
        let lacking = standing == BuyerStanding.Qualifies ? Money.Zero : Least - buyer.Value
        select $"ranked {buyer.Key}: {buyer.Value}, {standing}, lacks {lacking}";

    private IEnumerable<string> RollOff()
    {
        var known = Known;
        var now = Qualified(known, question.AsOf);
        var gone = new HashSet<long>();
        for (var later = 1; later <= question.Horizon; later++)
        {
            var under = now.Except(Qualified(known, question.AsOf + later)).Order().ToList();
            var first = under.Where(gone.Add).ToList();
            if (under.Count > 0)
                yield return $"after {later} days under: {under.Count}, first time: {string.Join(' ', first)}";
        }
        foreach (var buyer in now.Order())
            yield return $"{buyer} qualifies until {Until(buyer)}";
        foreach (var day in question.NeededOn)
        foreach (var buyer in buyers)
        {
            var mine = known.Where(e => e.BuyerKey == buyer && IsIn(e.Day, day)).ToList();
            var sum = NaiveEligibility.Sum(mine.Select(e => e.Amount));
            var lacking = mine.Count > 0 && Qualifies(sum, question.Threshold) ? Money.Zero : Least - sum;
            yield return $"{buyer} needs by {day.Value}: {(lacking < Money.Zero ? Money.Zero : lacking)}";
        }
    }

    private IEnumerable<string> TimeAbove()
    {
        var days = new SortedDictionary<long, List<int>>();
        for (var day = question.Dates.First; day <= question.Dates.Last; day += 1)
            foreach (var buyer in Qualified(_entries, day))
            {
                days.TryAdd(buyer, []);
                days[buyer].Add(day.Value);
            }
        foreach (var (buyer, theirs) in days)
        {
            var ends = theirs.Where(d => !theirs.Contains(d + 1));
            var starts = theirs.Where(d => !theirs.Contains(d - 1));
            yield return $"{buyer} above on {theirs.Count} days: {string.Join(' ', starts.Zip(ends, (s, e) => $"{s}-{e}"))}";
        }
    }

    private IEnumerable<string> Changes() =>
        Change("date", NaiveEligibility.Totals(lines, _rule, question.LaterDate), _rule)
            .Concat(
                Change(
                    "rule",
                    NaiveEligibility.Totals(lines, question.ChangedRule, question.AsOf),
                    question.ChangedRule
                )
            );

    private IEnumerable<string> Change(string what, Dictionary<long, Money> then, EligibilityRule rule)
    {
        foreach (
            var (name, did, does) in new[]
            {
                ("gained", false, true),
                ("kept", true, true),
                ("lost", true, false),
            }
        )
        {
            var group = buyers
                .Where(b =>
                    _totals.TryGetValue(b, out var t) && Qualifies(t, question.Threshold) == did
                    || !did && !_totals.ContainsKey(b)
                )
                .Where(b =>
                    then.TryGetValue(b, out var t)
                        ? NaiveEligibility.Qualifies(t, question.Threshold, rule) == does
                        : !does
                )
                .Order()
                .ToList();
            var before = NaiveEligibility.Sum(group.Select(b => _totals.GetValueOrDefault(b)));
            var after = NaiveEligibility.Sum(group.Select(b => then.GetValueOrDefault(b)));
            yield return $"{what} {name}: {string.Join(' ', group)}; {before}, {after}";
        }
    }

    private IEnumerable<string> Why()
    {
        foreach (var buyer in buyers)
        {
            var mine = lines.Where(l => l.BuyerKey == buyer).SelectMany(Explained).ToList();
            foreach (var text in mine.Select(m => m.Text).Order(StringComparer.Ordinal))
                yield return $"{buyer}: {text}";
            foreach (var day in mine.Select(m => m.Day).Distinct().Order())
            {
                var sum = NaiveEligibility.Sum(mine.Where(m => m.Counts && m.Day <= day).Select(m => m.Net));
                yield return $"{buyer} up to {day.Value}: {sum}";
            }
        }
    }

    private IEnumerable<(DayNumber Day, bool Counts, Money Net, string Text)> Explained(LedgerLine line)
    {
        var gross = NaiveEligibility.PriceOf(line, _rule.PriceBase);
        var returned =
            line.ReturnedQuantity == 0 ? Money.Zero : gross.Fraction(line.ReturnedQuantity, line.Quantity);
        var apart = line.ReturnedQuantity > 0 && _rule.ReturnRule == ReturnRule.ReturnDate;
        yield return Entry(line.BoughtOn, false, gross, apart ? Money.Zero : returned);
        if (apart)
            yield return Entry(line.ReturnedOn ?? line.BoughtOn, true, Money.Zero, returned);

        (DayNumber, bool, Money, string) Entry(DayNumber day, bool isReturn, Money price, Money back)
        {
            var reason =
                day <= question.AsOf && !IsIn(day, question.AsOf) ? CountReason.BeforeWindow
                : day > question.AsOf ? CountReason.AfterAsOf
                : line.Discounted && !_rule.CountDiscounted ? CountReason.DiscountedNotCounted
                : line.ReturnedQuantity > 0 && !apart ? CountReason.CountedLessReturn
                : CountReason.Counted;
            var counts = reason is CountReason.Counted or CountReason.CountedLessReturn;
            return (
                day,
                counts,
                price - back,
                EngineAnswers.Line(day, line.BoughtOn, line.Order, isReturn, price, back, reason)
            );
        }
    }

    private Money Least =>
        _rule.Boundary == ThresholdBoundary.AtLeast ? question.Threshold : question.Threshold + new Money(1);

    private bool Qualifies(Money total, Money threshold) =>
        NaiveEligibility.Qualifies(total, threshold, _rule);

    private bool IsIn(DayNumber day, DayNumber asOf) =>
        day <= asOf && day.Value > (long)asOf.Value - _rule.WindowDays;

    private HashSet<long> Qualified(List<Entry> entries, DayNumber day) =>
        [
            .. entries
                .Where(e => IsIn(e.Day, day))
                .GroupBy(e => e.BuyerKey)
                .Where(g => Qualifies(NaiveEligibility.Sum(g.Select(e => e.Amount)), question.Threshold))
                .Select(g => g.Key),
        ];

    private int Until(long buyer) =>
        (int)
            Math.Min(
                question.AsOf.Value + DaysUntilNot(buyer, question.Threshold),
                DateOnly.MaxValue.DayNumber
            ) - 1;

    // Something changes on days on which a purchase leaves the window, and on no other.
    private long DaysUntilNot(long buyer, Money threshold)
    {
        var mine = Known.Where(e => e.BuyerKey == buyer && IsIn(e.Day, question.AsOf)).ToList();
        foreach (var leaves in mine.Select(e => (long)e.Day.Value + _rule.WindowDays).Distinct().Order())
        {
            var stay = mine.Where(e => (long)e.Day.Value + _rule.WindowDays > leaves).ToList();
            if (stay.Count == 0 || !Qualifies(NaiveEligibility.Sum(stay.Select(e => e.Amount)), threshold))
                return leaves - question.AsOf.Value;
        }
        throw new InvalidOperationException("Everything leaves in the end.");
    }
}
