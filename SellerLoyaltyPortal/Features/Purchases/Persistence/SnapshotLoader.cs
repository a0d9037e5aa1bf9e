using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>
/// Brings a seller's current lines into columns: all of them, on several connections at once, or only what came
/// since a snapshot was made.
/// </summary>
internal sealed class SnapshotLoader(SellerDbContextFactory contexts, SellerId seller)
{
    // Under so many lines a second connection does not pay.
    private const long LinesPerPart = 100_000;
    private const int MostParts = 4;

    // More new rows than this, and than a share of all that a load would read, are loaded with everything else. A
    // load reads what was replaced long ago too: where the same lines come again and again, it is most of it.
    private const long AlwaysCarriedOn = 20_000;
    private const int CarriedOnShare = 4;

    private record struct Head(long Sequence, long RewrittenAt);

    /// <param name="columns">What to bring; nothing else is spent memory on.</param>
    public LoadedLedger Load(PurchaseColumnSet columns)
    {
        // Somebody may undo an import between the moments at which two connections begin to read; one alone
        // reads one moment.
        return TryLoad(columns, MostParts) ?? TryLoad(columns, mostParts: 1)!;
    }

    /// <summary>
    /// The snapshot with what came since. Identical to one that is loaded (a test holds them together), but only
    /// the new rows and those that they replace are read.
    /// </summary>
    /// <returns>Null where it has to be loaded instead: much came, or rows from before were taken away.</returns>
    public LoadedLedger? CarryOn(LoadedLedger before)
    {
        using var reading = Reading.Begin(contexts, seller);
        var head = reading.Head();
        var snapshot = before.Snapshot;
        var rows = head.Sequence - snapshot.Sequence;
        if (
            rows > Math.Max(AlwaysCarriedOn, head.Sequence / CarriedOnShare)
            || head.RewrittenAt > snapshot.Sequence
            || reading.TimeZone() != before.TimeZoneId
        )
            return null;
        var calendar = BusinessCalendar.Of(before.TimeZoneId);
        var changes = new LedgerChanges();
        using var buyer = new PreparedStatement(
            reading.Connection,
            """SELECT "ExternalId" FROM "Buyers" WHERE "SellerId" = ?1 AND "Key" = ?2"""
        );
        using var added = LineRows.Between(
            reading.Connection,
            seller,
            snapshot.Sequence,
            head.Sequence,
            calendar
        );
        using var replaced = LineRows.Replaced(reading.Connection, seller, calendar);
        while (added.Step())
        {
            var order = added.Order(before.Orders);
            if (!snapshot.Columns.Buyers.TryFindKey(added.BuyerKey, out _))
                changes.AddBuyer(added.BuyerKey, IdOf(buyer, added.BuyerKey));
            if (added.SupersededBy is null)
                changes.Add(added.Line(order));
            replaced.AskFor(added.Sequence);
            // What came and went since the snapshot was never in it.
            while (replaced.Step())
            {
                if (replaced.Sequence <= snapshot.Sequence)
                    changes.Remove(replaced.Line(replaced.Order(before.Orders)));
            }
        }
        return before with { Snapshot = Of(snapshot.Columns.Append(changes, head.Sequence)) };
    }

    /// <summary>The snapshot in one piece, for later ones to be carried on from at less cost.</summary>
    public static LoadedLedger Compact(LoadedLedger ledger) =>
        ledger with
        {
            Snapshot = ledger.Snapshot with { Columns = ledger.Snapshot.Columns.Compact() },
        };

    private LoadedLedger? TryLoad(PurchaseColumnSet columns, int mostParts)
    {
        using var reading = Reading.Begin(contexts, seller);
        var head = reading.Head();
        var zone = reading.TimeZone();
        var bulk = new BulkColumns(columns);
        AddBuyers(bulk, reading.Connection);
        var parts = (int)
            Math.Clamp(head.Sequence / LinesPerPart, 1, Math.Min(mostParts, Environment.ProcessorCount));
        var lines = new LineBuffer?[parts];
        var orders = new OrderNumbers?[parts];
        Parallel.For(
            0,
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = parts },
            part =>
            {
                using var own = part == 0 ? null : Reading.Begin(contexts, seller);
                // Rows are only ever added, or marked as superseded by a later one, unless an import is undone:
                // then what this connection sees is not what the first one saw.
                if (own is not null && own.Head().RewrittenAt != head.RewrittenAt)
                    return;
                using var rows = LineRows.Between(
                    (own ?? reading).Connection,
                    seller,
                    head.Sequence * part / parts,
                    head.Sequence * (part + 1) / parts,
                    BusinessCalendar.Of(zone)
                );
                if (columns.HasFlag(PurchaseColumnSet.Orders))
                    orders[part] = new OrderNumbers();
                lines[part] = Read(rows, head.Sequence, bulk, orders[part]);
            }
        );
        if (lines.Contains(null))
            return null;
        for (var part = 1; part < parts && orders[0] is { } first; part++)
            lines[part]!.RenumberOrders(first.Absorb(orders[part]!));
        return new(Of(bulk.Build(lines!, head.Sequence)), zone, orders[0]);
    }

    private static LineBuffer Read(LineRows rows, long upTo, BulkColumns bulk, OrderNumbers? orders)
    {
        var lines = bulk.NewPart();
        while (rows.Step())
        {
            var order = rows.Order(orders);
            // Replaced after the moment that is read: the line of that moment is this one.
            if (rows.SupersededBy is not { } by || by > upTo)
                lines.Add(bulk.OrdinalOf(rows.BuyerKey), rows.Line(order));
        }
        return lines;
    }

    private void AddBuyers(BulkColumns bulk, SqliteConnection connection)
    {
        using var buyers = new PreparedStatement(
            connection,
            """SELECT "Key", "ExternalId" FROM "Buyers" WHERE "SellerId" = ?1"""
        );
        buyers.Bind(1, seller.Value);
        while (buyers.Step())
            bulk.AddBuyer(buyers.Int64(0), buyers.Utf8(1));
        bulk.EndBuyers();
    }

    private BuyerId IdOf(PreparedStatement buyer, long key)
    {
        buyer.Bind(1, seller.Value);
        buyer.Bind(2, key);
        var id = buyer.Step()
            ? new BuyerId(buyer.Text(0))
            : throw new InvalidOperationException($"Buyer key {key} has no id.");
        buyer.Reset();
        return id;
    }

    private LedgerSnapshot Of(PurchaseColumns columns) =>
        new(seller, columns, columns.LedgerSequence, columns.FirstDay, columns.LastDay, columns.LineCount);

    /// <summary>A connection in one reading transaction: all that it reads is of the same moment.</summary>
    private sealed class Reading : IDisposable
    {
        private readonly PortalDbContext _context;
        private readonly SqliteTransaction _transaction;

        private Reading(PortalDbContext context, SqliteTransaction transaction) =>
            (_context, _transaction) = (context, transaction);

        public SqliteConnection Connection => (SqliteConnection)_context.Database.GetDbConnection();

        public static Reading Begin(SellerDbContextFactory contexts, SellerId seller)
        {
            var context = contexts.ForSeller(seller);
            try
            {
                context.Database.OpenConnection();
                var connection = (SqliteConnection)context.Database.GetDbConnection();
                var transaction = connection.BeginTransaction(deferred: true);
                context.Database.UseTransaction(transaction);
                return new(context, transaction);
            }
            catch
            {
                context.Dispose();
                throw;
            }
        }

        public Head Head() =>
            _context
                .Set<LedgerHead>()
                .Select(h => (Head?)new Head(h.Sequence, h.RewrittenAtSequence))
                .SingleOrDefault()
            ?? default;

        public string TimeZone()
        {
            var seller = _context.Seller;
            return _context.Set<Seller>().Where(s => s.Id == seller).Select(s => s.TimeZoneId).Single();
        }

        public void Dispose()
        {
            _transaction.Dispose();
            _context.Dispose();
        }
    }
}
