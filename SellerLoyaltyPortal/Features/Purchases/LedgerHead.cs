using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Where a seller's ledger stands; updated in the transaction that appends. A cached answer is current
/// while its sequence equals this one.
/// </summary>
public sealed class LedgerHead : ISellerOwned
{
    public SellerId SellerId { get; set; }

    /// <summary>Sequence of the last stored line; 0 for an empty ledger.</summary>
    public required long Sequence { get; set; }

    /// <summary>Lines that are current (not superseded).</summary>
    public required long CurrentLines { get; set; }

    public required long Buyers { get; set; }

    public DateTimeOffset? FirstBoughtAt { get; set; }

    public DateTimeOffset? LastBoughtAt { get; set; }

    /// <summary>When an event last brought something new; null: none ever did.</summary>
    public DateTimeOffset? LastEventAt { get; set; }

    /// <summary>
    /// Sequence that the last undoing of an import took; 0 while there was none. Rows from before it may be
    /// gone or current again, so that whoever adds later rows to what they loaded before must load anew.
    /// </summary>
    public long RewrittenAtSequence { get; set; }
}
