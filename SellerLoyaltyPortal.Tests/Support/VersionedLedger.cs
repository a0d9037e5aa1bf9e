using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>One event of a ledger: a version of a line.</summary>
internal sealed record LedgerEvent(int LineId, int Version, LedgerLine Line);

/// <summary>
/// What the ledger's tables do, in memory: of each line the highest version holds, whatever order events
/// come in and however often. Tells what a batch changes.
/// </summary>
internal sealed class VersionedLedger
{
    private readonly Dictionary<int, LedgerEvent> _current = [];

    public IEnumerable<LedgerLine> Lines => _current.Values.Select(e => e.Line);

    public LedgerChanges Apply(IEnumerable<LedgerEvent> batch)
    {
        var changes = new LedgerChanges();
        var before = new Dictionary<int, LedgerEvent?>();
        foreach (var happened in batch)
        {
            // The ledger gets to know a buyer by any event, even one that is superseded already.
            changes.AddBuyer(happened.Line.BuyerKey, SeededLedgers.IdOf(happened.Line.BuyerKey));
            var known = _current.GetValueOrDefault(happened.LineId);
            if (known is not null && known.Version >= happened.Version)
                continue;
            before.TryAdd(happened.LineId, known);
            _current[happened.LineId] = happened;
        }
        foreach (var (id, old) in before)
        {
            var line = _current[id].Line;
            changes.Add(line);
            if (old is not null)
                changes.Remove(old.Line);
        }
        return changes;
    }
}
