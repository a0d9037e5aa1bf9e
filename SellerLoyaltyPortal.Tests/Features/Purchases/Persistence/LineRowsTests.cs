using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Purchases.Persistence;
using SQLitePCL;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Persistence;

public sealed class LineRowsTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    // The query is asked for every appended row: one that reads the seller's ledger makes appending quadratic.
    [Fact]
    public async Task ReplacedQuery_Plan_SearchesByTheLine() =>
        Assert.DoesNotContain(await PlanAsync(LineRows.ReplacedQuery), step => ReadsTheLedger(step));

    [Fact]
    public async Task ReadsTheLedger_QueryByWhatReplacedIt_IsFound() =>
        Assert.Contains(
            await PlanAsync(
                """SELECT 1 FROM "PurchaseLines" WHERE "SellerId" = ?1 AND "SupersededBy" = ?2"""
            ),
            step => ReadsTheLedger(step)
        );

    // A line that is corrected all the time has thousands of versions.
    [Fact]
    public async Task ReplacedQuery_LineOfManyVersions_TakesNoMoreStepsThanOneOfFew()
    {
        var seller = await _desk.AddSellerAsync();
        var rows = string.Concat(
            Enumerable
                .Range(1, 300)
                .Select(v => $"often,{v},b1,o,s,1,{v},2026-03-01\n")
                .Concat(Enumerable.Range(1, 3).Select(v => $"seldom,{v},b1,o,s,1,{v},2026-03-01\n"))
        );
        await _desk.ImportAsync(
            seller,
            "line_id,version,buyer_id,order_id,sku,quantity,list_price,bought_at\n" + rows
        );
        await using var context = _desk.File.Contexts.ForSeller(seller.Id);
        await context.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        raw.sqlite3_prepare_v2(connection.Handle, LineRows.ReplacedQuery, out var statement);
        using var replaced = statement;

        var often = FindReplaced(replaced, seller.Id.Value, by: 300);
        var seldom = FindReplaced(replaced, seller.Id.Value, by: 303);

        Assert.Equal((299, 302), (often.Sequence, seldom.Sequence));
        Assert.InRange(often.Steps, 1, seldom.Steps);
    }

    private static (long Sequence, int Steps) FindReplaced(sqlite3_stmt replaced, long seller, long by)
    {
        raw.sqlite3_reset(replaced);
        raw.sqlite3_bind_int64(replaced, 1, seller);
        raw.sqlite3_bind_int64(replaced, 2, by);
        Assert.Equal(raw.SQLITE_ROW, raw.sqlite3_step(replaced));
        var sequence = raw.sqlite3_column_int64(replaced, 0);
        Assert.Equal(raw.SQLITE_DONE, raw.sqlite3_step(replaced));
        return (sequence, raw.sqlite3_stmt_status(replaced, raw.SQLITE_STMTSTATUS_VM_STEP, 1));
    }

    private static bool ReadsTheLedger(string step) =>
        step.Contains("SCAN", StringComparison.Ordinal)
        || step.EndsWith("(SellerId=?)", StringComparison.Ordinal);

    private async Task<List<string>> PlanAsync(string query)
    {
        var seller = await _desk.AddSellerAsync();
        await using var context = _desk.File.Contexts.ForSeller(seller.Id);
        await context.Database.OpenConnectionAsync();
        await using var command = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query;
        command.Parameters.AddWithValue("?1", seller.Id.Value);
        command.Parameters.AddWithValue("?2", 1);
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            steps.Add(reader.GetString(3));
        return steps;
    }
}
