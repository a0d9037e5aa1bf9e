using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Purchases.Persistence;

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
