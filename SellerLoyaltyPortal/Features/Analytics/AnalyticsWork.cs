using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Analytics.Work;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// Where the analytics are worked out: passes over a ledger on half of the processors at most, forecasts one at a
/// time behind each other, so that nobody's slider waits for somebody's forecast. Results are kept by what they
/// were asked with, the ledger's sequence included.
/// </summary>
public sealed class AnalyticsWork : IDisposable
{
    private readonly ResultCache _views = new(64);

    // A board of a million buyers with all its orders is about 50 MB.
    private readonly ResultCache _boards = new(6);
    private readonly SharedWork _passes;
    private readonly SharedWork _background;

    public AnalyticsWork(IOptions<AnalyticsOptions> options, TimeProvider clock)
    {
        var linger = TimeSpan.FromSeconds(options.Value.LingerSeconds);
        _passes = new(Math.Max(1, Environment.ProcessorCount / 2), linger, clock);
        _background = new(options.Value.BackgroundSlots, linger, clock);
    }

    public void Dispose()
    {
        _passes.Dispose();
        _background.Dispose();
    }

    /// <summary>A pass over the ledger: well under a second.</summary>
    internal Task<T> PassAsync<T>(
        object key,
        Func<CancellationToken, T> compute,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation
    )
        where T : notnull =>
        RunAsync(
            _passes,
            _views,
            key,
            (report, token) =>
            {
                report.Report(new(WorkStage.Counting, 0));
                return Task.FromResult(compute(token));
            },
            progress,
            cancellation
        );

    /// <summary>A fit: seconds for many buyers, on a thread of its own.</summary>
    internal Task<T> FitAsync<T>(
        object key,
        Func<IProgress<WorkProgress>, CancellationToken, T> compute,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation
    )
        where T : notnull =>
        RunAsync(
            _background,
            _views,
            key,
            (report, token) =>
                Task.Factory.StartNew(
                    () => compute(report, token),
                    token,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                ),
            progress,
            cancellation
        );

    /// <summary>A board; also from inside other work, so it neither waits in line nor reports.</summary>
    internal BuyerBoard Board(object key, Func<BuyerBoard> make)
    {
        if (_boards.TryGet<BuyerBoard>(key, out var known))
            return known;
        var made = make();
        _boards.Add(key, made);
        return made;
    }

    /// <summary>Something that work makes on its way and that other work may need.</summary>
    internal T Kept<T>(object key, Func<T> make)
        where T : notnull
    {
        if (_views.TryGet<T>(key, out var known))
            return known;
        var made = make();
        _views.Add(key, made);
        return made;
    }

    private static async Task<T> RunAsync<T>(
        SharedWork work,
        ResultCache cache,
        object key,
        Func<IProgress<WorkProgress>, CancellationToken, Task<T>> compute,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation
    )
        where T : notnull
    {
        if (cache.TryGet<T>(key, out var known))
            return known;
        return await work.RunAsync(
            key,
            async (report, token) =>
            {
                // Somebody who asked the same may have been first.
                if (cache.TryGet<T>(key, out var early))
                    return early;
                var made = await compute(report, token);
                cache.Add(key, made);
                return made;
            },
            progress,
            cancellation
        );
    }
}
