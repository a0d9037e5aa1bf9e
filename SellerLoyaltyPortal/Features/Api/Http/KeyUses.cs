using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>
/// Writes down when a key was last used, beside the requests: a request must not wait for the database's one
/// writer only to be noted.
/// </summary>
public sealed class KeyUses(SellerDbContextFactory contexts, TimeProvider clock, ILogger<KeyUses> log)
    : BackgroundService
{
    /// <summary>What is shown is exact to this much.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    private readonly Channel<(Guid Key, DateTimeOffset At)> _uses = Channel.CreateBounded<(
        Guid,
        DateTimeOffset
    )>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Note(ApiKey key)
    {
        var now = clock.GetUtcNow();
        if (key.LastUsedAt is not { } last || now - last >= Grain)
            _uses.Writer.TryWrite((key.Id, now));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (key, at) in _uses.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var context = contexts.ForPlatform();
                await context
                    .Set<ApiKey>()
                    .Where(k => k.Id == key)
                    .ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, at), stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // The next use of the key notes itself again.
                log.LogWarning(failed, "The use of key {Key} could not be noted", key);
            }
        }
    }
}
