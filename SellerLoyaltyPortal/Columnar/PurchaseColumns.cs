using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// An immutable snapshot of one seller's ledger as columns by buyer and day: what every calculation reads.
/// Made by <see cref="PurchaseColumnsBuilder"/>; safe to read from any number of threads.
/// </summary>
public sealed class PurchaseColumns
{
    internal PurchaseColumns(LineStore lines, BuyerIndex buyers, PurchaseColumnSet columns, long sequence)
    {
        Lines = lines;
        Buyers = buyers;
        Columns = columns;
        LedgerSequence = sequence;
        FirstDay = lines.LineCount == 0 ? null : new(lines.FirstDay + lines.Days.Min());
        LastDay = lines.LineCount == 0 ? null : new(lines.FirstDay + lines.Days.Max());
    }

    /// <summary>The ledger's sequence number up to which every event is in here.</summary>
    public long LedgerSequence { get; }

    public BuyerIndex Buyers { get; }

    /// <summary>Buyers known, with lines or (after corrections) without.</summary>
    public int BuyerCount => Buyers.Count;

    public int LineCount => Lines.LineCount;

    /// <summary>The first day on which anything was bought; null when the ledger is empty.</summary>
    public DayNumber? FirstDay { get; }

    /// <summary>The last day on which anything was bought; null when the ledger is empty.</summary>
    public DayNumber? LastDay { get; }

    public PurchaseColumnSet Columns { get; }

    /// <summary>Bytes held, buyer ids and everything derived so far included.</summary>
    public long Bytes => Lines.Bytes + Buyers.Bytes;

    internal LineStore Lines { get; }

    /// <summary>A buyer's lines.</summary>
    /// <param name="buyer">Ordinal in <see cref="Buyers"/>.</param>
    /// <exception cref="IndexOutOfRangeException">No buyer has that ordinal.</exception>
    public BuyerSlice LinesOf(int buyer) => new(Lines, buyer);

    /// <summary>Whether the two hold the same lines of the same buyers, whatever their sequence numbers.</summary>
    public bool ContentEquals(PurchaseColumns other) =>
        Columns == other.Columns && Buyers.ContentEquals(other.Buyers) && Lines.ContentEquals(other.Lines);
}
