using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Says what <see cref="LedgerAppend"/> would do with each line, without writing and without keeping other
/// writers waiting. Of each line of the file it keeps a hash.
/// </summary>
internal sealed class LedgerCheck : ILineSink, IDisposable
{
    private const int Parts = 256;

    private readonly PortalDbContext _context;
    private readonly LineStatements _lines;
    private readonly BuyerKeys _buyers;
    private readonly bool _empty;
    private readonly HashSet<string> _newBuyers = new(StringComparer.Ordinal);

    // Many small tables instead of one: one that grows would for a moment take thrice its size.
    private readonly Dictionary<ulong, Seen>?[] _seen = new Dictionary<ulong, Seen>[Parts];

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

    public int BuyersAdded => _newBuyers.Count;

    public static async Task<LedgerCheck> OpenAsync(PortalDbContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        return new(context, !await context.Set<LedgerHead>().AnyAsync(h => h.Sequence > 0, cancellation));
    }

    public AppendOutcome Add(NewPurchaseLine line)
    {
        var buyer = _empty ? null : _buyers.Find(line.Buyer);
        if (buyer is null)
            _newBuyers.Add(line.Buyer.Value);
        var id = Hash(line.LineId);
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _seen[id >> 56] ??= [],
            id,
            out var inFile
        );
        var content = ContentHash(line);
        var outcome =
            inFile ? Compare(seen.Version, line.Version, seen.Content == content)
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
            seen = new Seen(Math.Max(seen.Version, line.Version), content);
        return outcome;
    }

    public void Dispose()
    {
        _lines.Dispose();
        _buyers.Dispose();
        _context.Dispose();
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

    private readonly record struct Seen(int Version, ulong Content);
}
