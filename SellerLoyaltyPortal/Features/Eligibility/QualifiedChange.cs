using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>
/// Who qualifies before and after: between two dates (newly qualified, stayed, dropped), or between two
/// rules or thresholds on one date (who gains by a change, who is untouched, who loses).
/// </summary>
/// <param name="Gained">Qualify after, did not before.</param>
/// <param name="Kept">Qualify both times.</param>
/// <param name="Lost">Qualified before, do not after.</param>
public sealed record QualifiedChange(QualifiedGroup Gained, QualifiedGroup Kept, QualifiedGroup Lost)
{
    /// <param name="before">Totals before.</param>
    /// <param name="thresholdBefore">By the boundary of the rule before.</param>
    /// <param name="after">Totals after, of the same snapshot or one appended to it.</param>
    /// <param name="thresholdAfter">By the boundary of the rule after.</param>
    public static QualifiedChange Between(
        BuyerTotals before,
        Money thresholdBefore,
        BuyerTotals after,
        Money thresholdAfter
    )
    {
        var (gained, kept, lost) = (new Group(), new Group(), new Group());
        for (var buyer = 0; buyer < Math.Max(before.Length, after.Length); buyer++)
        {
            var knownBefore = buyer < before.Length;
            var knownAfter = buyer < after.Length;
            var did = knownBefore && before.Qualifies(buyer, thresholdBefore);
            var does = knownAfter && after.Qualifies(buyer, thresholdAfter);
            if (!did && !does)
                continue;
            (
                did && does ? kept
                : does ? gained
                : lost
            ).Add(
                buyer,
                knownBefore ? before.Of(buyer) : Money.Zero,
                knownAfter ? after.Of(buyer) : Money.Zero
            );
        }
        return new(gained.Made(), kept.Made(), lost.Made());
    }

    private sealed class Group
    {
        private readonly List<int> _buyers = [];
        private Money _before;
        private Money _after;

        public void Add(int buyer, Money before, Money after)
        {
            _buyers.Add(buyer);
            _before += before;
            _after += after;
        }

        public QualifiedGroup Made() => new(_buyers, _before, _after);
    }
}
