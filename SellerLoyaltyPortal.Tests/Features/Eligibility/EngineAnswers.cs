using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>Asks the engine everything, in the words of <see cref="NaiveAnswers"/>.</summary>
internal sealed class EngineAnswers(EligibilityState state, EligibilityQuestion question)
{
    private readonly PurchaseColumns _columns = state.Columns;
    private readonly BuyerTotals _totals = state.Totals;

    // Ordinals go by key but for those who came since the last compaction.
    private readonly List<(long Key, int Ordinal)> _buyers =
    [
        .. Enumerable
            .Range(0, state.Columns.BuyerCount)
            .Select(o => (state.Columns.Buyers.KeyOf(o), o))
            .Order(),
    ];

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

    public static string Line(
        DayNumber day,
        DayNumber boughtOn,
        int? order,
        bool isReturn,
        Money gross,
        Money returned,
        CountReason reason
    ) => $"{day.Value} {boughtOn.Value} {order} {isReturn} {gross} - {returned} {reason}";

    private IEnumerable<string> Totals()
    {
        foreach (var (key, buyer) in _buyers)
        {
            if (_totals.IsInBase(buyer))
                yield return $"total of {key}: {_totals.Of(buyer)}";
            else
                Assert.Equal(Money.Zero, _totals.Of(buyer));
        }
        yield return $"base: {_totals.BuyerCount}, {_totals.Revenue}";
        yield return $"typical order: {TypicalOrder.MedianOf(_columns, question.Rule, question.AsOf)}";
    }

    private IEnumerable<string> Curve()
    {
        var curve = state.Curve;
        Assert.Equal((_totals.BuyerCount, _totals.Revenue), (curve.Buyers, curve.Revenue));
        Assert.Equal(curve.Steps, ThresholdCurve.Of(_columns, question.Rule, question.AsOf).Steps);
        Assert.Equal(curve.Steps, ThresholdCurve.From(_totals).Steps);
        foreach (var step in curve.Steps)
            yield return $"step {step.Total}: {step.Buyers}, {step.Revenue}";
        foreach (
            var threshold in question.Thresholds(Enumerable.Range(0, curve.Buyers).Select(curve.TotalAt))
        )
        {
            var at = (curve.BuyersAt(threshold), curve.RevenueAt(threshold));
            Assert.Equal(at, _totals.At(threshold));
            yield return $"at {threshold}: {at.Item1}, {at.Item2}, near {curve.NearAt(threshold, question.TypicalOrder)}";
        }
        for (var buyers = 1; buyers <= curve.Buyers; buyers++)
            yield return $"for {buyers} buyers: {curve.ThresholdFor(buyers)}";
        var cells = Sensitivity.Of(_columns, question.Rule, question.AsOf, question.Threshold);
        foreach (var cell in cells.OrderBy(c => (c.PriceBase, c.ReturnRule)))
            yield return $"under {cell.PriceBase}, {cell.ReturnRule}: {cell.Buyers}, {cell.Revenue} of {cell.Base}, {cell.BaseRevenue}";
    }

    private IEnumerable<string> Near()
    {
        var near = NearBuyers.List(_totals, question.Threshold, question.TypicalOrder);
        Assert.Equal(
            near.Select(n => (n.Lacking, n.Ordinal)).Order(),
            near.Select(n => (n.Lacking, n.Ordinal))
        );
        return near.OrderBy(n => (n.Lacking, Key(n.Ordinal)))
            .Select(n => $"near {Key(n.Ordinal)}: {n.Total}, lacks {n.Lacking}, {n.DaysLeft} days");
    }

    private IEnumerable<string> Ranking()
    {
        var ranked = QualifyingBuyers.List(_totals, question.Threshold, question.TypicalOrder);
        Assert.Equal(ranked.Select(r => r.Total).OrderDescending(), ranked.Select(r => r.Total));
        Assert.Equal(ranked.Count(r => r.Standing == BuyerStanding.Near), ranked.NearCount);
        return ranked
            .OrderByDescending(r => r.Total)
            .ThenBy(r => Key(r.Ordinal))
            .Select(r => $"ranked {Key(r.Ordinal)}: {r.Total}, {r.Standing}, lacks {r.Lacking}");
    }

    private IEnumerable<string> RollOff()
    {
        var rollOff = SellerLoyaltyPortal.Features.Eligibility.RollOff.Forecast(
            _totals,
            question.Threshold,
            question.Horizon
        );
        var exits = _buyers.ToLookup(b => rollOff.FirstExitOf(b.Ordinal)?.Value, b => b.Key);
        for (var later = 1; later <= question.Horizon; later++)
        {
            var first = exits[question.AsOf.Value + later].ToList();
            Assert.Equal(first.Count, rollOff.FirstExitsByDay[later - 1]);
            if (rollOff.BelowAfter(later) > 0)
                yield return $"after {later} days under: {rollOff.BelowAfter(later)}, first time: {string.Join(' ', first)}";
        }
        var until = new QualifyingUntil(_totals, question.Threshold);
        foreach (var (key, buyer) in _buyers.Where(b => _totals.Qualifies(b.Ordinal, question.Threshold)))
            yield return $"{key} qualifies until {until.Of(buyer).Value}";
        foreach (var day in question.NeededOn)
        foreach (var (key, buyer) in _buyers)
        {
            var needed = SellerLoyaltyPortal.Features.Eligibility.RollOff.NeededToQualify(
                _totals,
                buyer,
                question.Threshold,
                day
            );
            yield return $"{key} needs by {day.Value}: {needed}";
        }
    }

    private IEnumerable<string> TimeAbove()
    {
        var days = SellerLoyaltyPortal.Features.Eligibility.TimeAbove.DaysOfAll(
            _columns,
            question.Rule,
            question.Threshold,
            question.Dates
        );
        foreach (var (key, buyer) in _buyers)
        {
            var periods = SellerLoyaltyPortal.Features.Eligibility.TimeAbove.PeriodsOf(
                _columns,
                question.Rule,
                question.Threshold,
                question.Dates,
                buyer
            );
            Assert.Equal(days[buyer], periods.Sum(p => p.Length));
            if (days[buyer] > 0)
                yield return $"{key} above on {days[buyer]} days: {string.Join(' ', periods.Select(p => $"{p.First.Value}-{p.Last.Value}"))}";
        }
    }

    private IEnumerable<string> Changes() =>
        Change("date", BuyerTotalsCalculator.Calculate(_columns, question.Rule, question.LaterDate))
            .Concat(
                Change("rule", BuyerTotalsCalculator.Calculate(_columns, question.ChangedRule, question.AsOf))
            );

    private IEnumerable<string> Change(string what, BuyerTotals then)
    {
        var change = QualifiedChange.Between(_totals, question.Threshold, then, question.Threshold);
        foreach (
            var (name, group) in new[]
            {
                ("gained", change.Gained),
                ("kept", change.Kept),
                ("lost", change.Lost),
            }
        )
        {
            yield return $"{what} {name}: {string.Join(' ', group.Buyers.Select(Key).Order())}; {group.RevenueBefore}, {group.RevenueAfter}";
        }
    }

    private IEnumerable<string> Why()
    {
        foreach (var (key, buyer) in _buyers)
        {
            var why = EligibilityExplanation.Of(_columns, question.Rule, question.AsOf, buyer);
            Assert.Equal((_totals.Of(buyer), _totals.IsInBase(buyer)), (why.Total, why.IsInBase));
            Assert.Equal(why.Lines.Select(l => l.Day).Order(), why.Lines.Select(l => l.Day));
            var lines = why.Lines.Select(l =>
                Line(l.Day, l.BoughtOn, l.Order, l.IsReturn, l.Gross, l.Returned, l.Reason)
            );
            foreach (var line in lines.Order(StringComparer.Ordinal))
                yield return $"{key}: {line}";
            foreach (var day in why.Lines.GroupBy(l => l.Day))
                yield return $"{key} up to {day.Key.Value}: {day.Last().RunningTotal}";
        }
    }

    private long Key(int ordinal) => _columns.Buyers.KeyOf(ordinal);
}
