using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Answers;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Data;

public sealed class DatabaseUpgradeTests : IDisposable
{
    private const string FirstRelease = "Initial";

    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services;

    public DatabaseUpgradeTests() => _services = SqliteFile.Services(_folder.Path);

    private SellerDbContextFactory Contexts => _services.GetRequiredService<SellerDbContextFactory>();

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Migrate_DatabaseOfTheFirstRelease_KeepsEveryRowAndEveryAnswer()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        for (var i = 1; i <= 30; i++)
            await desk.BuyAsync($"b{i % 7}", active.StartsOn!.Value - i, 300 + i);
        await desk.DraftAsync("Another");
        await MakeFirstReleaseAsync(desk);
        var before = Rows();

        await _services.MigrateDatabaseAsync(CancellationToken.None);

        var after = Rows();
        Assert.Equal(30, before["PurchaseLines"].Rows.Count);
        Assert.Equal(2, before["LoyaltyPrograms"].Rows.Count);
        foreach (var (table, (columns, rows)) in before)
            Assert.Equal(rows, Rows(table, columns));
        Assert.True(after.Count > before.Count, "The later release has no further table.");
        await EqualAnswersAsync(desk);
    }

    [Fact]
    public async Task Migrate_StartThatWasKilledMidway_DoesNotHoldUpTheNext()
    {
        await using (var context = Contexts.ForPlatform())
        {
            await MigrateToAsync(context, FirstRelease);
            // What Entity Framework leaves behind when it is killed.
            await context.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
                """
            );
        }
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        await _services.MigrateDatabaseAsync(patience.Token);

        await using var migrated = Contexts.ForPlatform();
        Assert.Empty(await migrated.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Migrate_TwoStartsAtOnce_BothSucceed()
    {
        await using var other = SqliteFile.Services(_folder.Path);

        await Task.WhenAll(
            Task.Run(() => _services.MigrateDatabaseAsync(CancellationToken.None)),
            Task.Run(() => other.MigrateDatabaseAsync(CancellationToken.None))
        );

        await using var migrated = Contexts.ForPlatform();
        Assert.Empty(await migrated.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Migrate_DatabaseOfALaterRelease_IsRefusedAndLeftAlone()
    {
        await _services.MigrateDatabaseAsync(CancellationToken.None);
        await using var context = Contexts.ForPlatform();
        await context.Database.ExecuteSqlRawAsync(
            "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0')"
        );
        var before = Rows();

        var refused = await Assert.ThrowsAsync<DatabaseIsNewerException>(() =>
            _services.MigrateDatabaseAsync(CancellationToken.None)
        );

        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before.Keys, Rows().Keys);
    }

    // The tables of the first release, filled with what the desk has stored in the same columns.
    private async Task MakeFirstReleaseAsync(ProgramDesk desk)
    {
        await using var context = Contexts.ForPlatform();
        await MigrateToAsync(context, FirstRelease);
        await using var current = desk.Contexts.ForPlatform();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        await connection.OpenAsync();
        Execute(
            connection,
            $"PRAGMA foreign_keys=OFF; ATTACH '{current.Database.GetDbConnection().DataSource}' AS now"
        );
        foreach (var (table, (columns, _)) in Rows())
        {
            var list = string.Join(", ", columns.Select(c => $"\"{c}\""));
            Execute(connection, $"INSERT INTO main.\"{table}\" ({list}) SELECT {list} FROM now.\"{table}\"");
        }
        Execute(connection, "DETACH now");
        await connection.CloseAsync();
    }

    private static Task MigrateToAsync(PortalDbContext context, string migration) =>
        context.GetService<IMigrator>().MigrateAsync(migration);

    private async Task EqualAnswersAsync(ProgramDesk desk)
    {
        var snapshots = new LedgerSnapshots(Contexts, Options.Create(new PurchasesOptions()));
        var upgraded = await new LoyaltyAnswers(
            Contexts,
            snapshots,
            new ProgramVersions(Contexts),
            desk.Clock,
            NullLogger<LoyaltyAnswers>.Instance
        ).GetAsync(desk.Owner.SellerId, CancellationToken.None);
        var original = await desk.NewAnswers().GetAsync(desk.Owner.SellerId, CancellationToken.None);
        var reasons = new HashSet<AnswerReason>();
        for (var i = 0; i < 8; i++)
        {
            var buyer = new BuyerId(string.Create(CultureInfo.InvariantCulture, $"b{i}"));
            var answer = original.Answers.For(buyer);
            Assert.Equal(answer, upgraded.Answers.For(buyer));
            reasons.Add(answer.Reason);
        }
        Assert.DoesNotContain(AnswerReason.NoProgram, reasons);
    }

    private SortedDictionary<string, (List<string> Columns, List<string> Rows)> Rows()
    {
        var tables = new SortedDictionary<string, (List<string>, List<string>)>(StringComparer.Ordinal);
        foreach (
            var table in Query(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '__EF%'"
            )
        )
        {
            var columns = Query($"SELECT name FROM pragma_table_info('{table}')");
            tables[table] = (columns, Rows(table, columns));
        }
        return tables;
    }

    private List<string> Rows(string table, List<string> columns) =>
        Query(
            $"SELECT concat_ws('|', {string.Join(", ", columns.Select(c => $"quote(\"{c}\")"))}) FROM \"{table}\" ORDER BY 1"
        );

    private List<string> Query(string sql)
    {
        using var connection = new SqliteConnection(
            $"Data Source={_folder.File(SqliteFile.DatabaseName)};Pooling=False"
        );
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the database's own schema.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the database's own schema.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
