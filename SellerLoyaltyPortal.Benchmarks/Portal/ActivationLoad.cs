using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SellerLoyaltyPortal.Benchmarks.Portal;

/// <summary>
/// A program's first 00:00 at a seller with many buyers: how long until it is active and every buyer's total is frozen,
/// and how the portal answers meanwhile. Once with the ledger in memory, once right after a start, as where the portal
/// was down at midnight.
/// </summary>
internal static class ActivationLoad
{
    private const int Connections = 8;
    private const int AskedPerSecond = 200;
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Meanwhile = TimeSpan.FromSeconds(12);

    public static async Task RunAsync(int buyers)
    {
        await using var portal = new BenchPortal();
        await portal.PrepareAsync(buyers);
        await portal.StartAsync();
        // The ledger is read, and the code is compiled.
        await AskAsync(portal, buyers, Meanwhile);
        Print("before", await AskAsync(portal, buyers, Before), portal);
        await OnceAsync("warm", portal, buyers, portal.MakeDueAsync);

        await portal.KillAsync();
        await portal.StartAnewAsync();
        await portal.MakeDueAsync();
        await OnceAsync("cold", portal, buyers, portal.StartAsync);
    }

    // The clock looks every five seconds, at midnight at the moment itself: what it waits is not counted out.
    private static async Task OnceAsync(string name, BenchPortal portal, int buyers, Func<Task> begin)
    {
        var began = Stopwatch.GetTimestamp();
        await begin();
        var begun = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var asking = AskAsync(portal, buyers, Meanwhile);
        var (frozen, bytes) = await portal.ActivatedAsync();
        Figures.Print($"{name}_activated_after_s", Stopwatch.GetElapsedTime(began).TotalSeconds);
        Figures.Print($"{name}_of_it_starting_s", begun);
        Print(name, await asking, portal);
        Figures.Print($"{name}_buyers", frozen);
        Figures.Print($"{name}_mb", bytes / 1e6);
    }

    private static Task<LoadResult> AskAsync(BenchPortal portal, int buyers, TimeSpan time)
    {
        var random = new Random(1);
        return new HttpLoad(portal.EndPoint, Connections).RunAsync(
            (_, buffer) =>
            {
                int buyer;
                lock (random)
                    buyer = random.Next(buyers) + 1;
                return Encoding.ASCII.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"GET /api/v1/buyers/b{buyer:D7}/discount HTTP/1.1\r\nHost: {portal.EndPoint}\r\nAuthorization: Bearer {portal.Key}\r\n\r\n"
                    ),
                    buffer
                );
            },
            200,
            512,
            time,
            AskedPerSecond
        );
    }

    private static void Print(string name, LoadResult asked, BenchPortal portal)
    {
        Figures.Print($"{name}_lookups", asked.Latencies.Length);
        Figures.Print($"{name}_lookups_refused", asked.Others);
        Figures.Print($"{name}_lookup_p50_ms", asked.Percentile(0.5));
        Figures.Print($"{name}_lookup_p99_ms", asked.Percentile(0.99));
        Figures.Print($"{name}_lookup_longest_ms", asked.Latencies.LastOrDefault());
        Figures.Print($"{name}_portal_peak_mb", portal.Used().PeakMegabytes);
    }
}
