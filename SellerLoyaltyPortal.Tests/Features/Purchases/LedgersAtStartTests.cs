using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class LedgersAtStartTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(8, 2)]
    public async Task Start_SellersWithAndWithoutPurchases_ReadsAsManyLedgersAsAsked(int asked, int held)
    {
        await _desk.AddSellerAsync("empty");
        foreach (var slug in (string[])["one", "two"])
            await _desk.Ledger.AppendAsync((await _desk.AddSellerAsync(slug)).Id, [ANewLine.Of()], default);
        var snapshots = _desk.Snapshots();
        using var started = new CancellationTokenSource();
        await started.CancelAsync();
        using var ledgers = new LedgersAtStart(
            _desk.File.Contexts,
            snapshots,
            new Started(started.Token),
            Options.Create(new PurchasesOptions { LedgersAtStart = asked }),
            NullLogger<LedgersAtStart>.Instance
        );

        await ledgers.StartAsync(default);
        await ledgers.ExecuteTask!;

        Assert.Equal(held, snapshots.Held);
    }

    private sealed class Started(CancellationToken started) : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => started;
        public CancellationToken ApplicationStopping => default;
        public CancellationToken ApplicationStopped => default;

        public void StopApplication() { }
    }
}
