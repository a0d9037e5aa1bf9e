using System.Globalization;
using System.Text;

namespace SellerLoyaltyPortal.Benchmarks.Portal;

/// <summary>
/// Buyers' discounts asked one by one, against an empty endpoint of the same process (behind the same middleware,
/// asking for no key), in turns.
/// </summary>
internal static class LookupLoad
{
    private const int Connections = 32;
    private const int Rounds = 4;

    // The runtime compiles what is used much in the background, again and again; with both processors busy that
    // takes some twenty seconds, in which up to a quarter of the portal's time is the compiler's.
    private const int WarmRounds = 4;

    public static async Task RunAsync(int buyers, int seconds)
    {
        await using var portal = new BenchPortal();
        await portal.PrepareAsync(buyers);
        await portal.StartAsync();
        var load = new HttpLoad(portal.EndPoint, Connections);
        var randoms = Enumerable.Range(0, Connections).Select(c => new Random(c)).ToArray();
        var empty = Encoding.ASCII.GetBytes($"GET /api/empty HTTP/1.1\r\nHost: {portal.EndPoint}\r\n\r\n");
        var (before, after) = (
            Encoding.ASCII.GetBytes("GET /api/v1/buyers/b"),
            Encoding.ASCII.GetBytes(
                $"/discount HTTP/1.1\r\nHost: {portal.EndPoint}\r\nAuthorization: Bearer {portal.Key}\r\n\r\n"
            )
        );
        // The ledger is read, and the code is compiled.
        for (var round = 0; round < WarmRounds; round++)
        {
            await AskAsync(seconds);
            await EmptyAsync(seconds);
        }
        var (lookups, empties) = (new List<LoadResult>(), new List<LoadResult>());
        for (var round = 0; round < Rounds; round++)
        {
            empties.Add(await EmptyAsync(seconds));
            lookups.Add(await AskAsync(seconds));
        }
        Print("empty", empties);
        Print("lookup", lookups);
        Figures.Print("lookup_others", lookups.Sum(r => r.Others) + empties.Sum(r => r.Others));
        Figures.Print("lookup_peak_mb", portal.Used().PeakMegabytes);

        Task<LoadResult> EmptyAsync(int forSeconds) =>
            load.RunAsync(
                (_, buffer) =>
                {
                    empty.CopyTo(buffer, 0);
                    return empty.Length;
                },
                200,
                512,
                TimeSpan.FromSeconds(forSeconds)
            );

        Task<LoadResult> AskAsync(int forSeconds) =>
            load.RunAsync(
                (connection, buffer) =>
                {
                    before.CopyTo(buffer, 0);
                    var at = before.Length;
                    (randoms[connection].Next(buyers) + 1).TryFormat(
                        buffer.AsSpan(at),
                        out var digits,
                        "D7",
                        CultureInfo.InvariantCulture
                    );
                    after.CopyTo(buffer, at + digits);
                    return at + digits + after.Length;
                },
                200,
                512,
                TimeSpan.FromSeconds(forSeconds)
            );
    }

    private static void Print(string name, List<LoadResult> rounds)
    {
        var all = new LoadResult(
            [.. rounds.SelectMany(r => r.Latencies).Order()],
            0,
            rounds.Sum(r => r.Seconds)
        );
        Figures.Print(name + "_per_s", all.PerSecond);
        Figures.Print(name + "_p50_ms", all.Percentile(0.5));
        Figures.Print(name + "_p99_ms", all.Percentile(0.99));
    }
}
