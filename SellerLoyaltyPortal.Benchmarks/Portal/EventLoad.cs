using System.Globalization;
using System.Text;

namespace SellerLoyaltyPortal.Benchmarks.Portal;

/// <summary>Purchase events against the real portal: batches of 1,000 new lines, each answered when durable.</summary>
internal static class EventLoad
{
    private const int LinesOfABatch = 1_000;
    private const int Connections = 8;
    private const int Target = 20_000;

    /// <param name="seconds">Of each of the two loads.</param>
    public static async Task RunAsync(int seconds)
    {
        await using var portal = new BenchPortal();
        await portal.PrepareAsync(buyers: 0);
        await portal.StartAsync();
        // Made before: what is measured is the portal, which shares its processors with the load.
        var batches = Batches(portal, (int)(seconds * Target * 1.1 / LinesOfABatch) + seconds * 60);
        var longest = batches.Max(b => b.Length);
        var used = 0;
        var load = new HttpLoad(portal.EndPoint, Connections);

        await load.RunAsync(Next, 202, longest, TimeSpan.FromSeconds(2));
        var warm = used;
        var (cpu, _) = portal.Used();
        var paced = await load.RunAsync(
            Next,
            202,
            longest,
            TimeSpan.FromSeconds(seconds),
            (double)Target / LinesOfABatch
        );
        Figures.Print("events_paced_per_s", paced.PerSecond * LinesOfABatch);
        Figures.Print("events_paced_p50_ms", paced.Percentile(0.5));
        Figures.Print("events_paced_p99_ms", paced.Percentile(0.99));
        Figures.Print("events_paced_cpu", (portal.Used().CpuSeconds - cpu) / paced.Seconds);
        var most = await load.RunAsync(Next, 202, longest, TimeSpan.FromSeconds(seconds));
        Figures.Print("events_per_s", most.PerSecond * LinesOfABatch);
        Figures.Print("events_p50_ms", most.Percentile(0.5));
        Figures.Print("events_p99_ms", most.Percentile(0.99));
        Figures.Print("events_seconds", most.Seconds);
        Figures.Print("events_refused", paced.Others + most.Others);
        Figures.Print("events_peak_mb", portal.Used().PeakMegabytes);
        var acknowledged = (long)(warm + paced.Latencies.Length + most.Latencies.Length) * LinesOfABatch;
        Figures.Print("events_lines_acknowledged", acknowledged);
        if (portal.StoredLines() != acknowledged)
            throw new InvalidOperationException($"{portal.StoredLines()} lines are stored.");

        int Next(int connection, byte[] buffer)
        {
            var taken = Interlocked.Increment(ref used) - 1;
            if (taken >= batches.Count)
            {
                Interlocked.Decrement(ref used);
                return 0;
            }
            batches[taken].CopyTo(buffer, 0);
            return batches[taken].Length;
        }
    }

    private static List<byte[]> Batches(BenchPortal portal, int count)
    {
        var random = new Random(7);
        var day = TimeProvider.System.GetUtcNow();
        var made = new List<byte[]>(count);
        var json = new StringBuilder();
        var line = 0;
        for (var batch = 0; batch < count; batch++)
        {
            json.Clear().Append("{\"lines\":[");
            for (var i = 0; i < LinesOfABatch; i++, line++)
            {
                var price = random.Next(100, 50_000) * 100L;
                json.Append(
                    CultureInfo.InvariantCulture,
                    $$"""
                    {{(i > 0 ? "," : "")}}{"lineId":"o{{line / 3:D8}}-{{line
                        % 3}}","version":1,"buyerId":"b{{random.Next(200_000):D7}}","orderId":"o{{line
                        / 3:D8}}","sku":"SKU-{{random.Next(5_000)}}","category":"c{{random.Next(
                        40
                    )}}","quantity":{{random.Next(
                        1,
                        4
                    )}},"listPrice":{{price}},"sellerPrice":{{price}},"paidPrice":{{price}},"boughtAt":"{{day.AddSeconds(
                        -random.Next(86_400)
                    ):yyyy-MM-ddTHH:mm:ssZ}}"}
                    """
                );
            }
            json.Append("]}");
            made.Add(RequestOf(portal, json.ToString()));
        }
        return made;
    }

    private static byte[] RequestOf(BenchPortal portal, string body) =>
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"POST /api/v1/purchases HTTP/1.1\r\nHost: {portal.EndPoint}\r\nAuthorization: Bearer {portal.Key}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"
            )
        );
}
