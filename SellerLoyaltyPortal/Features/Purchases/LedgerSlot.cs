using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// One seller's place among <see cref="LedgerSnapshots"/>: what is kept, and the load that is under way. Whoever looks
/// at more than one of these holds the slot's lock.
/// </summary>
internal sealed class LedgerSlot
{
    private LoadedLedger? _current;

    public LoadedLedger? Current
    {
        get => _current;
        set
        {
            _current = value;
            DropBeside();
        }
    }

    /// <summary>Read for the current snapshot beside its columns.</summary>
    public Dictionary<object, object> Beside { get; } = [];

    public long BesideBytes { get; set; }

    public long Bytes => (Current?.Bytes ?? 0) + BesideBytes;

    /// <summary>What was derived from the columns when they were last asked for.</summary>
    public long DerivedBytes { get; set; }

    /// <summary>The last load; it waits for those before it.</summary>
    public Task<LedgerSnapshot>? Loading { get; set; }

    public bool IsLoading => Loading is { IsCompleted: false };

    /// <summary>The sequence that the last load shows at least.</summary>
    public long LoadingFrom { get; set; }

    /// <summary>What the last load brings at least.</summary>
    public PurchaseColumnSet LoadingNeeds { get; set; }

    /// <summary>Grows from use to use, of all slots together.</summary>
    public long LastUse { get; set; }

    /// <summary>Whether the load under way brings what is asked for.</summary>
    public bool WillAnswer(long sequence, PurchaseColumnSet needs) =>
        IsLoading && LoadingFrom >= sequence && LoadingNeeds.HasFlag(needs);

    public bool Shows(LedgerSnapshot snapshot) => ReferenceEquals(Current?.Snapshot, snapshot);

    public void DropBeside()
    {
        Beside.Clear();
        BesideBytes = 0;
    }
}
