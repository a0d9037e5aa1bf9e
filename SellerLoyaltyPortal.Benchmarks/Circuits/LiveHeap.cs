using System.Diagnostics;
using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>
/// What another .NET process keeps alive: has its runtime collect everything, over the diagnostics socket that
/// every .NET process has, and reads how many bytes survived. The process itself needs nothing for it.
/// </summary>
internal static class LiveHeap
{
    // Of the provider Microsoft-Windows-DotNETRuntime: events of the collector, and "collect now".
    private const long Collections = 0x1;
    private const long CollectNow = 0x800000;

    /// <summary>Live bytes of the managed heap, and the resident memory of the process after the collection.</summary>
    public static async Task<(long Live, long Resident)> MeasureAsync(int processId)
    {
        // Twice: what has a finalizer survives the first.
        await CollectAsync(processId);
        var live = await CollectAsync(processId);
        using var process = Process.GetProcessById(processId);
        return (live, process.WorkingSet64);
    }

    private static async Task<long> CollectAsync(int processId)
    {
        var client = new DiagnosticsClient(processId);
        using var session = await client.StartEventPipeSessionAsync(
            new EventPipeProvider(
                ClrTraceEventParser.ProviderName,
                EventLevel.Informational,
                Collections | CollectNow
            ),
            requestRundown: false,
            circularBufferMB: 16,
            CancellationToken.None
        );
        var found = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var source = new EventPipeEventSource(session.EventStream);
        var induced = false;
        source.Clr.GCStart += start => induced |= start.Depth == 2 && start.Reason == GCReason.Induced;
        source.Clr.GCHeapStats += stats =>
        {
            if (induced)
                found.TrySetResult(
                    stats.TotalPromotedSize0
                        + stats.TotalPromotedSize1
                        + stats.TotalPromotedSize2
                        + stats.TotalPromotedSize3
                        + stats.TotalPromotedSize4
                );
        };
        var reading = Task.Run(source.Process);
        var live = await found.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await session.StopAsync(CancellationToken.None);
        await reading;
        return live;
    }
}
