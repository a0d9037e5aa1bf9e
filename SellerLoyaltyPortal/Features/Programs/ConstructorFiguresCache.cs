using Microsoft.Extensions.Caching.Memory;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// Figures of ledgers on dates that somebody looked at lately, so that a page that was just rendered on the
/// server is there at once when its circuit starts, and for the next person. A ledger that has grown has a
/// new sequence, so nothing outdated is ever found.
/// </summary>
public sealed class ConstructorFiguresCache : IDisposable
{
    /// <summary>Beyond it the least recently used ones go.</summary>
    private const long Budget = 256L * 1024 * 1024;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Budget });

    public ValueTask<ConstructorFigures> GetAsync(
        LedgerSnapshot snapshot,
        EligibilityRule rule,
        DayNumber asOf,
        CancellationToken cancellation
    )
    {
        var key = (snapshot.SellerId, snapshot.Sequence, rule, asOf);
        return _cache.TryGetValue(key, out ConstructorFigures? known)
            ? ValueTask.FromResult(known!)
            : new(MakeAsync());

        // Off the caller's thread: a large ledger takes a moment, and a page must go on answering.
        async Task<ConstructorFigures> MakeAsync()
        {
            var made = await Task.Run(
                () => ConstructorFigures.Of(snapshot.Columns, rule, asOf),
                cancellation
            );
            return _cache.Set(key, made, new MemoryCacheEntryOptions { Size = made.Bytes });
        }
    }

    public void Dispose() => _cache.Dispose();
}
