using System.Runtime.InteropServices;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Takes a ledger's buyers and lines, in any order, and makes a <see cref="PurchaseColumns"/>. Each line is
/// given once, at its highest version. One builder, one snapshot; not safe for several threads.
/// </summary>
/// <param name="columns">What to keep; a calculation that needs more than that says so by an exception.</param>
public sealed class PurchaseColumnsBuilder(PurchaseColumnSet columns = PurchaseColumnSet.All)
{
    private readonly Dictionary<long, int> _arrivals = [];
    private readonly List<KeyValuePair<long, string?>> _buyers = [];
    private readonly LineBuffer _lines = new(columns);
    private bool _built;

    public int LineCount => _lines.Count;

    /// <summary>Names a buyer. Every buyer of a line is named once, before or after their lines.</summary>
    /// <exception cref="ArgumentException">The key already has another id.</exception>
    public void AddBuyer(long key, BuyerId id)
    {
        var arrival = ArrivalOf(key);
        if (_buyers[arrival].Value is { } known && !string.Equals(known, id.Value, StringComparison.Ordinal))
            throw new ArgumentException($"Buyer key {key} is given two ids.", nameof(id));
        _buyers[arrival] = new(key, id.Value);
    }

    /// <exception cref="ArgumentException">
    /// More is returned than was bought, or something of a cancellation.
    /// </exception>
    /// <exception cref="OverflowException">An amount less its return does not fit into 64 bits.</exception>
    public void Add(in LedgerLine line)
    {
        _lines.Add(ArrivalOf(line.BuyerKey), line);
    }

    /// <summary>Sorts everything into columns.</summary>
    /// <param name="ledgerSequence">The number of the last ledger event that is in.</param>
    /// <exception cref="InvalidOperationException">
    /// A buyer of a line was not named, the days span more than 65,536, or this builder has built before.
    /// </exception>
    /// <exception cref="ArgumentException">Two buyers have one id.</exception>
    /// <exception cref="OverflowException">The amounts together do not fit into 64 bits.</exception>
    public PurchaseColumns Build(long ledgerSequence = 0)
    {
        if (_built)
            throw new InvalidOperationException("A builder builds once.");
        _built = true;
        var byKey = Enumerable.Range(0, _buyers.Count).ToArray();
        Array.Sort(_buyers.Select(b => b.Key).ToArray(), byKey);
        var ordinals = new int[byKey.Length];
        var named = new KeyValuePair<long, string>[byKey.Length];
        for (var ordinal = 0; ordinal < byKey.Length; ordinal++)
        {
            var (key, id) = _buyers[byKey[ordinal]];
            ordinals[byKey[ordinal]] = ordinal;
            named[ordinal] = new(
                key,
                id ?? throw new InvalidOperationException($"Buyer key {key} has no id.")
            );
        }
        var index = BuyerIndex.From(named);
        _lines.RenumberBuyers(ordinals);
        return new(
            LineStoreBuilder.Build(_lines, ordinals.Length, columns, narrow: true),
            index,
            columns,
            ledgerSequence
        );
    }

    private int ArrivalOf(long key)
    {
        ref var arrival = ref CollectionsMarshal.GetValueRefOrAddDefault(_arrivals, key, out var known);
        if (known)
            return arrival;
        arrival = _buyers.Count;
        _buyers.Add(new(key, null));
        return arrival;
    }
}
