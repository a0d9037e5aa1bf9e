using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>What a rule counts of each buyer of a snapshot, patched buyers included.</summary>
internal sealed class RuleLines(PurchaseColumns columns, EligibilityRule rule)
{
    private readonly CountedLines _main = columns.Lines.Counted(
        rule.PriceBase,
        rule.ReturnRule,
        rule.CountDiscounted
    );

    private readonly CountedLines[] _layers =
    [
        .. (columns.Patch?.Layers ?? []).Select(l =>
            l.Counted(rule.PriceBase, rule.ReturnRule, rule.CountDiscounted)
        ),
    ];

    public Slice Of(int buyer) =>
        columns.Patch is { } patch && patch.TryFind(buyer, out var layer, out var place)
            ? new(_layers[layer], place)
        : buyer < _main.Buyers ? new(_main, buyer)
        : new(_main);

    /// <summary>One buyer's counting entries, by day.</summary>
    public readonly struct Slice
    {
        private readonly CountedLines _lines;
        private readonly int _start;

        public Slice(CountedLines none) => _lines = none;

        public Slice(CountedLines lines, int buyer)
        {
            _lines = lines;
            _start = lines.Starts[buyer];
            Count = lines.Starts[buyer + 1] - _start;
        }

        public int Count { get; }

        public int DayAt(int entry) => _lines.FirstDay + _lines.Days[_start + entry];

        /// <summary>What counts in a range of days in 1/10,000, or <see cref="BuyerTotals.NoTotal"/>.</summary>
        public long TotalIn(DayRange days)
        {
            if (!_lines.TryOffsets(days.First.Value, days.Last.Value, out var from, out var to))
                return BuyerTotals.NoTotal;
            var (low, high) = _lines.Within(_start, _start + Count, from, to);
            return low == high ? BuyerTotals.NoTotal : _lines.Amounts.Between(low, high);
        }

        public long AmountAt(int entry) => _lines.Amounts[_start + entry];

        /// <summary>The first entry of a day or later.</summary>
        public int FirstFrom(DayNumber day)
        {
            var offset = (long)day.Value - _lines.FirstDay;
            var entry = 0;
            while (entry < Count && _lines.Days[_start + entry] < offset)
                entry++;
            return entry;
        }
    }
}
