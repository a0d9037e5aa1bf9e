using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Operations.Copies;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Operations.Copies;

public sealed class DataCopiesTests : IDisposable
{
    private readonly SqliteFile _file = new();
    private readonly TempFolder _elsewhere = new();

    private DataCopies Copies => new(_file.DataFolder);

    private DirectoryInfo Target => new(_elsewhere.File("copy"));

    public void Dispose()
    {
        _file.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task Restore_OfABackUp_BringsRowsAndKeysBackAndKeepsWhatWasThere()
    {
        await _file.AddAsync(ASeller.Named("before"));
        var key = Path.Combine(_file.DataFolder.Sub("keys").FullName, "key.xml");
        await File.WriteAllTextAsync(key, "first");
        Copies.BackUp(Target);
        await _file.AddAsync(ASeller.Named("after"));
        await File.WriteAllTextAsync(key, "second");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        var aside = Copies.Restore(Target, FakeClock.DefaultStart)!;

        Assert.Equal(["before"], await SlugsAsync(_file.DataFolder));
        Assert.Equal("first", await File.ReadAllTextAsync(key));
        Assert.Equal("second", await File.ReadAllTextAsync(Path.Combine(aside.FullName, "keys", "key.xml")));
        Assert.True(File.Exists(Path.Combine(aside.FullName, "portal.db")));
    }

    [Fact]
    public async Task BackUp_WhileAWriterIsAtIt_HoldsWhatWasCommitted()
    {
        await _file.AddAsync(ASeller.Named("committed"));
        await using var context = _file.Contexts.ForPlatform();
        await using var transaction = await context.Database.BeginTransactionAsync();
        context.Add(ASeller.Named("unfinished"));
        await context.SaveChangesAsync();

        Copies.BackUp(Target);

        await transaction.CommitAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Copies.Restore(Target, FakeClock.DefaultStart);
        Assert.Equal(["committed"], await SlugsAsync(_file.DataFolder));
    }

    [Fact]
    public void BackUp_IntoAFolderThatIsThere_IsRefused()
    {
        Target.Create();

        var refused = Assert.Throws<CopyRefusedException>(() => Copies.BackUp(Target));

        Assert.Contains("exists already", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Target.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task Restore_OfADamagedCopy_IsRefusedAndChangesNothing()
    {
        await _file.AddAsync(ASeller.Named("kept"));
        Copies.BackUp(Target);
        var copy = Path.Combine(Target.FullName, "portal.db");
        var bytes = await File.ReadAllBytesAsync(copy);
        // Everything but the header page.
        bytes.AsSpan(4_096).Fill(0xA5);
        await File.WriteAllBytesAsync(copy, bytes);

        Assert.Throws<CopyRefusedException>(() => Copies.Restore(Target, FakeClock.DefaultStart));

        Assert.Equal(["kept"], await SlugsAsync(_file.DataFolder));
    }

    [Fact]
    public void Restore_OfSomethingElse_IsRefused()
    {
        Target.Create();

        Assert.Throws<CopyRefusedException>(() => Copies.Restore(Target, FakeClock.DefaultStart));
    }

    [Fact]
    public async Task Restore_WhileAPortalRuns_IsRefused()
    {
        Copies.BackUp(Target);
        using var running = new RunningMark(_file.DataFolder);
        using var second = new RunningMark(_file.DataFolder);
        await running.StartAsync(CancellationToken.None);
        await second.StartAsync(CancellationToken.None);

        Assert.Throws<CopyRefusedException>(() => Copies.Restore(Target, FakeClock.DefaultStart));
        await running.StopAsync(CancellationToken.None);
        Assert.Throws<CopyRefusedException>(() => Copies.Restore(Target, FakeClock.DefaultStart));
        await second.StopAsync(CancellationToken.None);

        Copies.Restore(Target, FakeClock.DefaultStart);
    }

    [Fact]
    public void Check_SoundDatabase_FindsNothing() => Assert.Empty(Copies.Check());

    [Fact]
    public async Task Check_RowThatLeadsNowhere_IsReported()
    {
        await using var context = _file.Contexts.ForPlatform();
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF");
        await context.Database.ExecuteSqlRawAsync(
            "INSERT INTO SellerMemberships (SellerId, UserId, Role) VALUES (77, 'nobody', 'Owner')"
        );

        Assert.NotEmpty(Copies.Check());
    }

    private static async Task<List<string>> SlugsAsync(DataFolder folder)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Path.Combine(folder.Root.FullName, "portal.db")};Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Slug FROM Sellers ORDER BY Slug";
        await using var reader = await command.ExecuteReaderAsync();
        var slugs = new List<string>();
        while (await reader.ReadAsync())
            slugs.Add(reader.GetString(0));
        return slugs;
    }
}
