using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SellerLoyaltyPortal.Data;

/// <summary>Registers the database and brings it to the current version at start.</summary>
public static class DataServices
{
    public static WebApplicationBuilder AddPortalData(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddOptions<DataOptions>()
            .BindConfiguration(nameof(DataOptions))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<DataFolder>();
        builder.Services.AddSingleton<StorageWatch>();
        builder.Services.AddSingleton<SellerDbContextFactory>();
        builder.Services.AddDbContext<PortalDbContext>(
            (services, options) =>
                Configure(
                    options,
                    services.GetRequiredService<DataFolder>(),
                    services.GetRequiredService<StorageWatch>()
                ),
            optionsLifetime: ServiceLifetime.Singleton
        );
        // Keys outlive a restart, so that nobody is signed out by it.
        builder.Services.AddDataProtection().SetApplicationName("SellerLoyaltyPortal");
        builder
            .Services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<DataFolder, ILoggerFactory>(
                (options, folder, loggers) =>
                    options.XmlRepository =
                        new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                            folder.Sub("keys"),
                            loggers
                        )
            );
        return builder;
    }

    /// <summary>Applies pending migrations; a database from an earlier version keeps every row.</summary>
    public static async Task MigrateDatabaseAsync(
        this IServiceProvider services,
        CancellationToken cancellation
    ) =>
        await new DatabaseUpgrade(
            services.GetRequiredService<DataFolder>(),
            services.GetRequiredService<SellerDbContextFactory>()
        ).RunAsync(cancellation);

    private static void Configure(DbContextOptionsBuilder options, DataFolder folder, StorageWatch watch) =>
        options
            .UseSqlite(
                new SqliteConnectionStringBuilder
                {
                    DataSource = Path.Combine(folder.Root.FullName, "portal.db"),
                    Pooling = true,
                    DefaultTimeout = StorageFault.PatienceSeconds,
                }.ToString()
            )
            .AddInterceptors(
                new SqlitePragmaInterceptor(),
                new SellerScopeInterceptor(),
                new WriteOnceInterceptor(),
                watch
            );
}
