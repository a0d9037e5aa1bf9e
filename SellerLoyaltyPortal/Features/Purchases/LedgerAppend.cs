using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Features.Purchases.Persistence;
using SellerLoyaltyPortal.Features.Purchases.Undo;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// One transaction that appends to one seller's ledger. Nothing is stored unless
/// <see cref="CommitAsync"/> returns; disposing without it leaves nothing. Not safe for several threads.
/// </summary>
public sealed class LedgerAppend : ILineSink, IAsyncDisposable
{
    private readonly PortalDbContext _context;
    private readonly SqliteTransaction _transaction;
    private readonly PurchaseImport? _import;
    private readonly LedgerHead _head;
    private readonly BuyerKeys _buyers;
    private readonly LineStatements _lines;
    private readonly Dictionary<long, long> _met = [];
    private readonly long _buyersBefore;
    private long _importId;
    private bool _boundsUncertain;

    // While a ledger that began empty holds first versions only, the unique index alone says whether a line is
    // known, and most of the lines that are ever stored come by such an import: one search instead of two.
    private bool _onlyFirstVersions;

    private LedgerAppend(
        PortalDbContext context,
        SqliteTransaction transaction,
        PurchaseImport? import,
        LedgerHead head
    )
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        (_context, _transaction, _import, _head) = (context, transaction, import, head);
        _buyersBefore = head.Buyers;
        // Of events a refused line must not leave its buyer behind: they are looked up first.
        _onlyFirstVersions = head.Sequence == 0 && import is not null;
        _buyers = new BuyerKeys(connection, context.Seller);
        _lines = new LineStatements(connection, context.Seller);
    }

    public long LinesAdded { get; private set; }

    public long LinesCorrected { get; private set; }

    public long LinesAlreadyThere { get; private set; }

    public long Conflicts { get; private set; }

    /// <summary>When the lines came as events; null for a file's.</summary>
    internal DateTimeOffset? EventsAt { get; set; }

    /// <summary>Buyers who were not known before.</summary>
    public int BuyersAdded => _buyers.Added;

    internal static async Task<LedgerAppend> StartAsync(
        PortalDbContext context,
        PurchaseImport? import,
        CancellationToken cancellation
    )
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        // Immediate: a transaction that began by reading could not be made a writing one while another wrote.
#pragma warning disable CA1849 // SQLite has nothing asynchronous, and only this overload names "immediate".
        var transaction = connection.BeginTransaction(deferred: false);
#pragma warning restore CA1849
        await context.Database.UseTransactionAsync(transaction, cancellation);
        var head = await context.Set<LedgerHead>().SingleOrDefaultAsync(cancellation);
        if (head is null)
        {
            head = new LedgerHead
            {
                Sequence = 0,
                CurrentLines = 0,
                Buyers = 0,
            };
            context.Add(head);
        }
        var append = new LedgerAppend(context, transaction, import, head);
        if (import is not null)
        {
            context.Add(import);
            await context.SaveChangesAsync(cancellation);
            append._importId = import.Id;
        }
        return append;
    }

    public AppendOutcome Add(NewPurchaseLine line)
    {
        if (_onlyFirstVersions && line.Version == 1)
        {
            var first = _buyers.KeyOf(line.Buyer);
            return _lines.Insert(_head.Sequence + 1, first, _importId, line)
                ? Added(line)
                : Known(first, line, _lines.FindHighest(line.LineId)!.Value.ImportId);
        }
        var highest = _lines.FindHighest(line.LineId);
        if (highest is { } known && known.Version >= line.Version)
            return Known(_buyers.Find(line.Buyer) ?? 0, line, known.ImportId);
        var buyer = _buyers.KeyOf(line.Buyer);
        _lines.Insert(_head.Sequence + 1, buyer, _importId, line);
        _onlyFirstVersions &= line.Version == 1;
        if (highest is not { } corrected)
            return Added(line);
        // Looking for the first and last purchase anew reads the ledger: only where one of them moved inwards.
        var (before, now) = (_lines.BoughtAtOf(corrected.Sequence), line.BoughtAt.ToUnixTimeMilliseconds());
        _boundsUncertain |=
            (now > before && before == _head.FirstBoughtAt?.ToUnixTimeMilliseconds())
            || (now < before && before == _head.LastBoughtAt?.ToUnixTimeMilliseconds());
        Stored(line);
        _lines.Supersede(corrected.Sequence, _head.Sequence);
        Meet(corrected.ImportId);
        LinesCorrected++;
        return AppendOutcome.Corrected;
    }

    /// <summary>Makes everything durable: the lines, the buyers, the import and where the ledger stands.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        _head.Buyers = _buyersBefore + _buyers.Added;
        if (_boundsUncertain)
            await FindBoundsAsync(cancellation);
        if (EventsAt is { } at && LinesAdded + LinesCorrected > 0)
            _head.LastEventAt = at;
        if (_import is not null)
        {
            _import.LinesAdded = LinesAdded;
            _import.LinesCorrected = LinesCorrected;
            _import.LinesAlreadyThere = LinesAlreadyThere;
            await NoteImportAsync(_import, cancellation);
        }
        await StoreDependenciesAsync(cancellation);
        await _context.SaveChangesAsync(cancellation);
        // By the context: what was noted in the audit log is told with it.
        await _context.Database.CommitTransactionAsync(cancellation);
    }

    /// <summary>Events come by the thousand and are their own log; a file is something that somebody did.</summary>
    private async Task NoteImportAsync(PurchaseImport import, CancellationToken cancellation)
    {
        var kind =
            import.ImportedBy is not { } by ? AuditActorKind.Machine
            : await _context.Users.AnyAsync(u => u.Id == by, cancellation) ? AuditActorKind.Person
            : AuditActorKind.Key;
        _context.Audit(
            import.ImportedAt,
            new AuditActor(kind, import.ImportedBy),
            _context.Seller,
            AuditAction.ImportStored,
            import.FileName,
            new AuditDetail(
                AuditDetail.Lines,
                (import.LinesAdded + import.LinesCorrected).ToString(CultureInfo.InvariantCulture)
            )
        );
    }

    public async ValueTask DisposeAsync()
    {
        _buyers.Dispose();
        _lines.Dispose();
        await _transaction.DisposeAsync();
        await _context.DisposeAsync();
    }

    private AppendOutcome Added(NewPurchaseLine line)
    {
        Stored(line);
        _head.CurrentLines++;
        LinesAdded++;
        return AppendOutcome.Added;
    }

    private AppendOutcome Known(long buyer, NewPurchaseLine line, long importId)
    {
        if (_lines.HasContent(buyer, line) is false)
        {
            Conflicts++;
            return AppendOutcome.Conflict;
        }
        Meet(importId);
        LinesAlreadyThere++;
        return AppendOutcome.AlreadyThere;
    }

    // What came as an event can't be undone, so nobody needs to know who relies on it.
    private void Meet(long importId)
    {
        if (importId != 0)
            CollectionsMarshal.GetValueRefOrAddDefault(_met, importId, out _)++;
    }

    private async Task StoreDependenciesAsync(CancellationToken cancellation)
    {
        if (_import is not null)
            _met.TryAdd(_importId, 0);
        if (_met.Count == 0)
            return;
        var known = await _context
            .Set<ImportDependency>()
            .Where(d => d.LaterImportId == _importId)
            .ToDictionaryAsync(d => d.ImportId, cancellation);
        foreach (var (earlier, lines) in _met)
            if (known.TryGetValue(earlier, out var dependency))
                dependency.Lines += lines;
            else
                _context.Add(
                    new ImportDependency
                    {
                        ImportId = earlier,
                        LaterImportId = _importId,
                        Lines = lines,
                    }
                );
    }

    private void Stored(NewPurchaseLine line)
    {
        _head.Sequence++;
        if (_head.FirstBoughtAt is not { } first || line.BoughtAt < first)
            _head.FirstBoughtAt = line.BoughtAt;
        if (_head.LastBoughtAt is not { } last || line.BoughtAt > last)
            _head.LastBoughtAt = line.BoughtAt;
    }

    // A corrected line may have been the first or the last of the ledger.
    private async Task FindBoundsAsync(CancellationToken cancellation)
    {
        var current = _context.Set<PurchaseLine>().Where(l => l.SupersededBy == null);
        _head.FirstBoughtAt = await current.MinAsync(l => (DateTimeOffset?)l.BoughtAt, cancellation);
        _head.LastBoughtAt = await current.MaxAsync(l => (DateTimeOffset?)l.BoughtAt, cancellation);
    }
}
