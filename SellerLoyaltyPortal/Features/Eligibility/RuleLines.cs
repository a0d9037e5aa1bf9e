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

    private readonly CountedLines? _patch = columns.Patch?.Store.Counted(
        rule.PriceBase,
        rule.ReturnRule,
        rule.CountDiscounted
    );

    public Slice Of(int buyer)
    {
        var patched = columns.Patch?.Find(buyer) ?? -1;
        return patched >= 0 ? new(_patch!, patched)
            : buyer < _main.Buyers ? new(_main, buyer)
            : new(_main);
    }

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
