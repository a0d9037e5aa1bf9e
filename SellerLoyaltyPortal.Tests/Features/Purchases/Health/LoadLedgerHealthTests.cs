using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Health;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Health;

public sealed class LoadLedgerHealthTests : IDisposable
{
    private const string Header = "line_id,buyer_id,order_id,sku,quantity,list_price,bought_at,currency\n";

    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Run_FilesOnly_KnowsNoEvent()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.ImportAsync(seller, PurchaseFormat.Sample);
        var health = await LoadAsync(AnAccess.To(seller));
        Assert.Null(health.LastEventAt);
        Assert.NotNull(health.LastBoughtAt);
        Assert.Equal(Enum.GetValues<QualityCheck>(), health.Quality.Select(f => f.Check));
    }

    [Fact]
    public async Task Run_EventsCame_TellsWhenTheLastDid()
    {
        var seller = await _desk.AddSellerAsync();
        var at = _desk.Clock.GetUtcNow();
        await using (var append = await _desk.Ledger.BeginAsync(seller.Id, import: null, default))
        {
            append.EventsAt = at;
            append.Add(ANewLine.Of());
            await append.CommitAsync(default);
        }
        Assert.Equal(at, (await LoadAsync(AnAccess.To(seller))).LastEventAt);
    }

    [Fact]
    public async Task Run_StoredFileHadOtherCurrencies_CountsTheirRows()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.ImportAsync(
            seller,
            Header
                + "L1,b,o,s,1,1,2026-03-01,RUB\nL2,b,o,s,1,1,2026-03-01,USD\nL3,b,o,s,1,1,2026-03-01,EUR\nL4,b,o,s,1,x,2026-03-01,RUB\n",
            mode: ImportMode.GoodRows
        );
        await _desk.ImportAsync(seller, Header + "L5,b,o,s,1,1,2026-03-01,\n");
        var found = (await LoadAsync(AnAccess.To(seller))).Quality.Single(f =>
            f.Check == QualityCheck.Currencies
        );
        Assert.Equal((2L, 1), (found.Count, found.Files));
        Assert.False(found.IsGood);
    }

    [Fact]
    public async Task Run_StorageUse_IsNearWhatTheFileGrewBy()
    {
        var seller = await _desk.AddSellerAsync();
        var before = Pages();
        var rows = string.Concat(
            Enumerable
                .Range(0, 60_000)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"order-{i / 3:D7}-{i % 3},buyer-{i % 5000},order-{i / 3:D7},SKU-{i % 700},2,19.90,2026-03-01,\n"
                    )
                )
        );
        await _desk.ImportAsync(seller, Header + rows);
        var grown = Pages() - before;
        var storage = (await LoadAsync(AnAccess.To(seller))).Storage;
        Assert.Equal((60_000L, 60_000L), (storage.Rows, storage.CurrentLines));
        // Buyers and the rest of the file are in what it grew by, too.
        Assert.InRange((double)storage.DiskBytes / grown, 0.75, 1.25);
    }

    private long Pages()
    {
        using var context = _desk.File.ForPlatform();
        context.Database.OpenConnection();
        using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText =
            "SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)";
        return (long)command.ExecuteScalar()!;
    }

    private Task<LedgerHealth> LoadAsync(SellerAccess access) =>
        new LoadLedgerHealth(_desk.File.Contexts, _desk.Ledger, _desk.Snapshots(), _desk.Clock).RunAsync(
            access,
            default
        );
}
