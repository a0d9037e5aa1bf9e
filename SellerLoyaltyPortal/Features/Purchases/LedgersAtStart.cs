using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// Reads the ledgers of the sellers who sold last once the portal has started: whoever opens a page first need not
/// wait for it. What is read counts against the same memory as any ledger.
/// </summary>
public sealed class LedgersAtStart(
    SellerDbContextFactory contexts,
    LedgerSnapshots snapshots,
    IHostApplicationLifetime lifetime,
    IOptions<PurchasesOptions> options,
    ILogger<LedgersAtStart> log
) : BackgroundService
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.LedgersAtStart == 0)
            return;
        await using var started = lifetime.ApplicationStarted.Register(_started.SetResult);
        await _started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            foreach (var seller in await LatestAsync(stoppingToken))
                await snapshots.GetWholeAsync(seller, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal ends before it was ready.
        }
        catch (Exception broken)
        {
            // Read again, and its failure shown, when somebody asks for it.
            log.LogWarning(broken, "A ledger could not be read at the start");
        }
    }

    private async Task<IEnumerable<SellerId>> LatestAsync(CancellationToken cancellation)
    {
        List<SellerId> sellers;
        await using (var context = contexts.ForPlatform())
            sellers = await context.Set<Seller>().Select(s => s.Id).ToListAsync(cancellation);
        var latest = new List<(SellerId Seller, DateTimeOffset Sold)>();
        foreach (var seller in sellers)
        {
            await using var context = contexts.ForSeller(seller);
            var sold = await context
                .Set<LedgerHead>()
                .Select(h => h.LastBoughtAt)
                .SingleOrDefaultAsync(cancellation);
            if (sold is { } at)
                latest.Add((seller, at));
        }
        return latest.OrderByDescending(l => l.Sold).Take(options.Value.LedgersAtStart).Select(l => l.Seller);
    }
}
