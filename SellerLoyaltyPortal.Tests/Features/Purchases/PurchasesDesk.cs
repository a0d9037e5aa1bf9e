using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Overview;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Features.Purchases.Marketplace;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

/// <summary>The ledger and its readers on a real database with one seller, or several.</summary>
internal sealed class PurchasesDesk : IDisposable
{
    private readonly SqliteFile _file = new();

    /// <summary>A second passes whenever an import looks at it, so that it reports its progress.</summary>
    private readonly HurryingClock _hurrying = new();

    public PurchasesDesk() => Secrets = new(_file.Contexts, new EphemeralDataProtectionProvider(), Clock);

    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 3, 15, 9, 0, 0, TimeSpan.Zero));

    public PurchasesOptions Options { get; } = new();

    public SqliteFile File => _file;

    public PurchaseLedger Ledger => new(_file.Contexts);

    public PurchaseFileImporter Importer =>
        new(_file.Contexts, Ledger, Microsoft.Extensions.Options.Options.Create(Options), _hurrying);

    public SavedMappings Saved => new(_file.Contexts, Clock);

    public BuyerSecrets Secrets { get; }

    public ImportWork Work =>
        field ??= new(Importer, Secrets, new StorageWatch(), NullLogger<ImportWork>.Instance);

    public ImportJobs Jobs() =>
        new(
            Work,
            new SellerDirectory(_file.Contexts),
            Saved,
            _file.DataFolder,
            Microsoft.Extensions.Options.Options.Create(Options)
        );

    public MarketplaceReports Reports(ImportJobs jobs) =>
        new(
            _file.Contexts,
            new SellerDirectory(_file.Contexts),
            jobs,
            _file.DataFolder,
            Microsoft.Extensions.Options.Options.Create(Options),
            Clock
        );

    public LedgerSnapshots Snapshots() =>
        new(_file.Contexts, Microsoft.Extensions.Options.Options.Create(Options));

    public PurchaseCategories Categories(LedgerSnapshots snapshots) => new(_file.Contexts, snapshots);

    public SampleData Sample() => Sample(Jobs());

    public SampleData Sample(ImportJobs jobs) =>
        new(
            jobs,
            new ImportHistory(_file.Contexts),
            new UndoImport(_file.Contexts, new SellerDirectory(_file.Contexts), Clock),
            Ledger
        );

    public async Task<Seller> AddSellerAsync(string slug = "shop", string timeZone = "Europe/Moscow")
    {
        var seller = ASeller.Named(slug, timeZone: timeZone);
        await _file.AddAsync(seller);
        return seller;
    }

    public Task<Result<ImportReport>> ImportAsync(
        Seller seller,
        string text,
        PurchaseLayout layout = PurchaseLayout.PortalCsv,
        string name = "file.csv",
        ImportMode mode = ImportMode.AllOrNothing
    ) => ImportAsync(seller, Encoding.UTF8.GetBytes(text), layout, name, mode: mode);

    public async Task<Result<ImportReport>> ImportAsync(
        Seller seller,
        byte[] bytes,
        PurchaseLayout layout = PurchaseLayout.PortalCsv,
        string name = "file.csv",
        IProgress<ImportProgress>? progress = null,
        ImportMode mode = ImportMode.AllOrNothing,
        CancellationToken cancellation = default
    )
    {
        using var content = new MemoryStream(bytes);
        return await ImportAsync(seller, content, layout, name, progress, mode, cancellation);
    }

    public Task<Result<ImportReport>> ImportAsync(
        Seller seller,
        Stream content,
        PurchaseLayout layout,
        string name,
        IProgress<ImportProgress>? progress = null,
        ImportMode mode = ImportMode.AllOrNothing,
        CancellationToken cancellation = default
    ) =>
        Importer.RunAsync(
            new PurchaseFile
            {
                SellerId = seller.Id,
                Calendar = BusinessCalendar.Of(seller.TimeZoneId),
                Currency = Currency.Of(seller.CurrencyCode),
                Content = content,
                Length = content.Length,
                Name = name,
                Layout = layout,
                Mode = mode,
            },
            progress,
            cancellation
        );

    /// <summary>Everything that a seller's import could have written, as text: to see that nothing changed.</summary>
    public string Dump()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={_file.DatabasePath}"
        );
        connection.Open();
        var text = new StringBuilder();
        foreach (var table in (string[])["PurchaseLines", "Buyers", "LedgerHeads", "PurchaseImports"])
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names stand three lines above.
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                text.Append(table);
                for (var i = 0; i < reader.FieldCount; i++)
                    text.Append(CultureInfo.InvariantCulture, $" {reader.GetName(i)}={reader.GetValue(i)}");
                text.AppendLine();
            }
        }
        return text.ToString();
    }

    public void Dispose() => _file.Dispose();

    private sealed class HurryingClock : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 1;

        public override DateTimeOffset GetUtcNow() => new(2026, 3, 15, 9, 0, 0, TimeSpan.Zero);

        public override long GetTimestamp() => Interlocked.Increment(ref _looks);
    }
}
