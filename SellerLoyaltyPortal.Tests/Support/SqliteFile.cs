using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// A data folder with a really migrated SQLite database, opened as the portal opens it (its own
/// registration: pragmas, seller filter, save interceptor). Migrations run once per test run; each test
/// gets a copy of that file.
/// </summary>
public sealed class SqliteFile : IDisposable
{
    public const string DatabaseName = "portal.db";

    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    private readonly TempFolder _folder = new();
    private readonly ServiceProvider _services;

    public SqliteFile()
    {
        CopyMigratedTo(_folder.Path);
        _services = Services(_folder.Path);
        Contexts = _services.GetRequiredService<SellerDbContextFactory>();
    }

    /// <summary>The data folder, as <c>DataOptions:Folder</c> would name it.</summary>
    public string Folder => _folder.Path;

    public string DatabasePath => _folder.File(DatabaseName);

    public SellerDbContextFactory Contexts { get; }

    public DataFolder DataFolder => _services.GetRequiredService<DataFolder>();

    public PortalDbContext ForSeller(SellerId seller) => Contexts.ForSeller(seller);

    public PortalDbContext ForPlatform() => Contexts.ForPlatform();

    /// <summary>Stores sellers, users, memberships; identities are filled in.</summary>
    public async Task AddAsync(params IPlatformOwned[] rows)
    {
        await using var context = ForPlatform();
        context.AddRange(rows);
        await context.SaveChangesAsync();
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    /// <summary>Puts a migrated, empty database into a data folder.</summary>
    public static void CopyMigratedTo(string folder) =>
        File.WriteAllBytes(Path.Combine(folder, DatabaseName), Migrated.Value);

    /// <summary>The portal's own registration of its data, for a folder.</summary>
    public static ServiceProvider Services(string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DataOptions:Folder"] = folder }
        );
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.AddPortalData();
        return builder.Services.BuildServiceProvider(validateScopes: true);
    }

    private static byte[] Migrate()
    {
        using var folder = new TempFolder();
        using (var services = Services(folder.Path))
            // The only wait in the tests that blocks: a static initializer can't be asynchronous.
            services.MigrateDatabaseAsync(CancellationToken.None).GetAwaiter().GetResult();
        // The last connection to close writes the WAL back into the file.
        SqliteConnection.ClearAllPools();
        return File.ReadAllBytes(folder.File(DatabaseName));
    }
}
