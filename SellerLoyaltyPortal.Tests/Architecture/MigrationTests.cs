using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Tests.Architecture.Planted;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>The migrations make the database that the model describes.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Model_Now_HasNoChangesWithoutAMigration()
    {
        using var context = _file.ForPlatform();

        Assert.False(
            context.Database.HasPendingModelChanges(),
            "The model has changed: make a migration (CONTRIBUTING.md, \"A migration\")."
        );
    }

    [Fact]
    public void PlantedModel_WithoutAMigration_HasPendingChanges()
    {
        using var context = new PlantedDbContext();

        Assert.True(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrate_EmptyFolder_MakesADatabaseAndASecondTimeChangesNothing()
    {
        using var folder = new TempFolder();
        await using var services = SqliteFile.Services(folder.Path);

        await services.MigrateDatabaseAsync(CancellationToken.None);
        await services.MigrateDatabaseAsync(CancellationToken.None);

        await using var context = services.GetRequiredService<SellerDbContextFactory>().ForPlatform();
        Assert.Equal(context.Database.GetMigrations(), await context.Database.GetAppliedMigrationsAsync());
    }

    [Fact]
    public void Database_EveryTable_HasTheColumnsAndIndexesOfTheModel()
    {
        using var context = _file.ForPlatform();

        Guard.NothingFound(SchemaComparison.Differences(context), "the database is not what the model says:");
    }

    [Theory]
    [InlineData(
        "ALTER TABLE PurchaseLines DROP COLUMN Category",
        "PurchaseLines: the database lacks column Category"
    )]
    [InlineData(
        "ALTER TABLE PurchaseLines ADD COLUMN Extra TEXT",
        "PurchaseLines: the model lacks column Extra"
    )]
    [InlineData(
        "DROP INDEX IX_PurchaseLines_SellerId_LineId_Version",
        "PurchaseLines: the database lacks unique index"
    )]
    public void SchemaComparison_PlantedDifference_IsReported(string sql, string difference)
    {
        using var context = _file.ForPlatform();
        context.Database.ExecuteSqlRaw(sql);

        Assert.Contains(
            SchemaComparison.Differences(context),
            found => found.StartsWith(difference, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void PurchaseLines_InTheDatabase_LieInTheOrderOfTheLedger()
    {
        using var context = _file.ForPlatform();

        var sql = context
            .Database.SqlQueryRaw<string>(
                "SELECT sql AS Value FROM sqlite_schema WHERE name = 'PurchaseLines'"
            )
            .AsEnumerable()
            .Single();

        Assert.EndsWith("WITHOUT ROWID", sql, StringComparison.Ordinal);
    }
}
