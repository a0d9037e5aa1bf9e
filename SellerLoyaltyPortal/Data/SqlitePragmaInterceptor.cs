using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SellerLoyaltyPortal.Data;

/// <summary>The settings of every SQLite connection, in one place.</summary>
public sealed class SqlitePragmaInterceptor : DbConnectionInterceptor
{
    // journal_mode=WAL    readers go on while an import writes; kept in the file, cheap to repeat.
    // synchronous=FULL    what was acknowledged survives a power cut; NORMAL may lose the last commits in WAL.
    // foreign_keys=ON     off by default in SQLite, per connection.
    // busy_timeout=10000  a second writer waits up to 10 s for the first instead of failing at once.
    // cache_size=-65536   64 MiB of pages a connection: an index of an import stays in memory.
    // temp_store=MEMORY   sorting does not touch the disk.
    // wal_autocheckpoint  every 4,000 pages (16 MiB): few fsyncs in an import, a WAL that stays small.
    private const string Pragmas = """
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=FULL;
        PRAGMA foreign_keys=ON;
        PRAGMA busy_timeout=10000;
        PRAGMA cache_size=-65536;
        PRAGMA temp_store=MEMORY;
        PRAGMA wal_autocheckpoint=4000;
        """;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
