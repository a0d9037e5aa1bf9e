using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Says what <see cref="LedgerAppend"/> would do with each line, without writing and without keeping other
/// writers waiting. Of each line of the file it keeps thirteen bytes: a hash of its id, half a hash of its
/// content and its version.
/// </summary>
internal sealed class LedgerCheck : ILineSink, IDisposable
{
    private readonly PortalDbContext _context;
    private readonly LineStatements _lines;
    private readonly BuyerKeys _buyers;
    private readonly bool _empty;
    private readonly HashTable64<Seen> _seen = new();
    private readonly HashTable64<Nothing> _newBuyers = new();

    /// <summary>Versions that do not fit into a byte.</summary>
    private readonly Dictionary<ulong, int> _highVersions = [];

    private LedgerCheck(PortalDbContext context, bool empty)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        (_context, _empty) = (context, empty);
        _lines = new LineStatements(connection, context.Seller);
        _buyers = new BuyerKeys(connection, context.Seller);
    }

    public long LinesAdded { get; private set; }

    public long LinesCorrected { get; private set; }

    public long LinesAlreadyThere { get; private set; }

    public int BuyersAdded => (int)_newBuyers.Count;

    public static async Task<LedgerCheck> OpenAsync(PortalDbContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        return new(context, !await context.Set<LedgerHead>().AnyAsync(h => h.Sequence > 0, cancellation));
    }

    public AppendOutcome Add(NewPurchaseLine line)
    {
        var buyer = _empty ? null : _buyers.Find(line.Buyer);
        if (buyer is null)
            _newBuyers.Find(Hash(line.Buyer.Value), out _);
        var id = Hash(line.LineId);
        ref var seen = ref _seen.Find(id, out var inFile);
        var content = (uint)ContentHash(line);
        var outcome =
            inFile ? Compare(VersionOf(id, seen), line.Version, seen.Content == content)
            : !_empty && _lines.FindHighest(line.LineId) is { } stored
                ? Compare(
                    stored.Version,
                    line.Version,
                    stored.Version < line.Version || _lines.HasContent(buyer ?? 0, line) is not false
                )
            : AppendOutcome.Added;
        switch (outcome)
        {
            case AppendOutcome.Added:
                LinesAdded++;
                break;
            case AppendOutcome.Corrected:
                LinesCorrected++;
                break;
            case AppendOutcome.AlreadyThere:
                LinesAlreadyThere++;
                break;
            case AppendOutcome.Conflict:
                break;
        }
        if (outcome is AppendOutcome.Added or AppendOutcome.Corrected || !inFile)
            seen = new Seen(content, ByteOf(id, line.Version));
        return outcome;
    }

    public void Dispose()
    {
        _seen.Dispose();
        _newBuyers.Dispose();
        _lines.Dispose();
        _buyers.Dispose();
        _context.Dispose();
    }

    private int VersionOf(ulong id, Seen seen) =>
        seen.Version == byte.MaxValue ? _highVersions[id] : seen.Version;

    private byte ByteOf(ulong id, int version)
    {
        if (version < byte.MaxValue)
            return (byte)version;
        _highVersions[id] = version;
        return byte.MaxValue;
    }

    private static AppendOutcome Compare(int known, int given, bool same) =>
        known < given ? AppendOutcome.Corrected
        : same || known > given ? AppendOutcome.AlreadyThere
        : AppendOutcome.Conflict;

    private static ulong Hash(string text) => StableHash.Of(MemoryMarshal.AsBytes(text.AsSpan()));

    private static ulong ContentHash(NewPurchaseLine line)
    {
        Span<ulong> parts =
        [
            Hash(line.Buyer.Value),
            Hash(line.OrderId),
            Hash(line.Sku),
            line.Category is null ? 0 : Hash(line.Category),
            (ulong)line.Quantity,
            (ulong)line.ListAmount.TenThousandths,
            (ulong)line.SellerAmount.TenThousandths,
            (ulong)line.PaidAmount.TenThousandths,
            (ulong)line.BoughtAt.ToUnixTimeMilliseconds(),
            (ulong)(line.ReturnedAt?.ToUnixTimeMilliseconds() ?? long.MinValue),
            (ulong)line.ReturnedQuantity,
            line.WithLoyaltyDiscount ? 1UL : 0,
        ];
        return StableHash.Of(MemoryMarshal.AsBytes(parts));
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Seen(uint Content, byte Version);

    private readonly struct Nothing;
}
