using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Support;

public sealed class SqliteFileTests
{
    [Fact]
    public async Task SqliteFile_New_IsMigratedAndEmptyAndItsOwn()
    {
        using var one = new SqliteFile();
        using var other = new SqliteFile();
        var seller = ASeller.Named("first");
        await one.AddAsync(seller);

        await using var context = one.ForPlatform();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.NotEqual(0, seller.Id.Value);
        Assert.Equal("first", (await context.Set<Seller>().SingleAsync()).Slug);
        await using var otherContext = other.ForPlatform();
        Assert.Empty(await otherContext.Set<Seller>().ToListAsync());
    }

    [Fact]
    public async Task SqliteFile_Connection_HasThePortalsPragmas()
    {
        using var file = new SqliteFile();
        await using var context = file.ForPlatform();

        var keys = await context
            .Database.SqlQueryRaw<long>("SELECT foreign_keys AS Value FROM pragma_foreign_keys")
            .ToListAsync();
        var mode = await context
            .Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode")
            .ToListAsync();

        Assert.Equal([1L], keys);
        Assert.Equal(["wal"], mode);
    }

    [Fact]
    public void Dispose_DatabaseWasUsed_DeletesTheFolder()
    {
        string folder;
        using (var file = new SqliteFile())
        {
            folder = file.Folder;
            using var context = file.ForPlatform();
            Assert.False(context.Set<Seller>().Any());
        }

        Assert.False(Directory.Exists(folder));
    }
}
