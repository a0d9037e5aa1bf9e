using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// What a batch of ledger events changes: new buyers, new lines, and lines that a correction takes away or
/// replaces. Which version of a line holds is the ledger's business; here a line taken away is named by
/// what it was, because lines that nothing tells apart are interchangeable.
/// </summary>
public sealed class LedgerChanges
{
    private readonly List<KeyValuePair<long, BuyerId>> _buyers = [];
    private readonly List<LedgerLine> _added = [];
    private readonly List<LedgerLine> _removed = [];

    /// <summary>Lines added and removed.</summary>
    public int LineCount => _added.Count + _removed.Count;

    internal IReadOnlyList<KeyValuePair<long, BuyerId>> Buyers => _buyers;

    internal IReadOnlyList<LedgerLine> Added => _added;

    internal IReadOnlyList<LedgerLine> Removed => _removed;

    /// <summary>Names a buyer of an added line; one who is known already may be named again.</summary>
    public void AddBuyer(long key, BuyerId id) => _buyers.Add(new(key, id));

    public void Add(in LedgerLine line) => _added.Add(LineBuffer.Checked(line));

    /// <summary>Takes away a line as it was added, the same in everything that the snapshot carries.</summary>
    public void Remove(in LedgerLine line) => _removed.Add(LineBuffer.Checked(line));

    public void Replace(in LedgerLine before, in LedgerLine after)
    {
        Remove(before);
        Add(after);
    }
}
