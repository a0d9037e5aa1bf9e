using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// Figures that were made lately: so that a page that was just rendered on the server is there at once when its
/// circuit starts, and for the next person. Who asks for the same at the same time shares one making; who leaves
/// waits no longer, while the making goes on for the others.
/// </summary>
/// <param name="budget">In bytes; beyond it the least recently used ones go.</param>
/// <param name="keepUnused">How long what nobody asks for stays.</param>
internal sealed class FiguresCache<TKey, TValue>(long budget, TimeSpan keepUnused) : IDisposable
    where TKey : notnull
    where TValue : class
{
    private readonly MemoryCache _made = new(new MemoryCacheOptions { SizeLimit = budget });
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _making = new();

    /// <param name="key">All that the figures depend on, the ledger's sequence too.</param>
    /// <param name="make">Runs off the caller's thread: a large ledger takes a moment, and a page must go on answering.</param>
    /// <param name="bytes">About what a value keeps in memory.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public ValueTask<TValue> GetAsync(
        TKey key,
        Func<TValue> make,
        Func<TValue, long> bytes,
        CancellationToken cancellation
    ) =>
        _made.TryGetValue(key, out TValue? known)
            ? ValueTask.FromResult(known!)
            : new(
                _making
                    .GetOrAdd(key, _ => new(() => MakeAsync(key, make, bytes)))
                    .Value.WaitAsync(cancellation)
            );

    public void Dispose() => _made.Dispose();

    private Task<TValue> MakeAsync(TKey key, Func<TValue> make, Func<TValue, long> bytes) =>
        Task.Run(() =>
        {
            try
            {
                var made = make();
                return _made.Set(
                    key,
                    made,
                    new MemoryCacheEntryOptions { Size = bytes(made), SlidingExpiration = keepUnused }
                );
            }
            finally
            {
                _making.TryRemove(key, out _);
            }
        });
}
