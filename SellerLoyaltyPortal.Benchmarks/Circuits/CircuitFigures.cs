using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using SellerLoyaltyPortal.Benchmarks.Portal;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>The portal under people: real circuits of many sellers, with traffic of machines beside them.</summary>
internal static class CircuitFigures
{
    /// <summary>Of each seller; two lines each.</summary>
    public const int Buyers = 5_000;

    private const double LongestAnswerMs = 100;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>
    /// More and more circuits until the 95th percentile of a slider's answer passes 100 ms, while files are
    /// imported and machines ask.
    /// </summary>
    /// <param name="step">So many circuits more each time.</param>
    /// <param name="most">Sellers that there are.</param>
    /// <param name="seconds">Of each load.</param>
    public static async Task HeldAsync(int step, int most, int seconds)
    {
        await using var portal = new BenchPortal();
        await portal.PrepareAsync(Buyers, most);
        await portal.StartAsync();
        await using var crowd = new CircuitCrowd(portal);
        await crowd.GrowAsync(Math.Min(step, most));
        await crowd.DragOnceAsync();
        var held = 0;
        await using var traffic = new PortalTraffic(portal, Buyers, grows: true);
        for (var count = crowd.Count; count <= most; count += step)
        {
            await crowd.GrowAsync(count);
            await crowd.DragAsync(TimeSpan.FromSeconds(5));
            var result = await MeasureAsync(portal, crowd, traffic, seconds);
            if (result.Percentile(0.95) >= LongestAnswerMs || result.Others > 0)
                break;
            held = count;
        }
        Figures.Print("circuits_held", held);
        Say(crowd);
    }

    /// <summary>What one more open constructor takes: live bytes of the portal before and with the circuits.</summary>
    public static async Task MemoryAsync(int circuits)
    {
        await using var portal = new BenchPortal();
        await portal.PrepareAsync(Buyers, circuits);
        await portal.StartAsync();
        await using var crowd = new CircuitCrowd(portal);
        // Once before: ledgers are read, code is compiled, pools are filled.
        await crowd.GrowAsync(circuits);
        await crowd.DragOnceAsync();
        await crowd.LeaveAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        var before = await LiveHeap.MeasureAsync(portal.ProcessId);
        await crowd.ReturnAsync();
        await crowd.DragOnceAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        var with = await LiveHeap.MeasureAsync(portal.ProcessId);
        var drawn = crowd.BatchBytes;
        Say(crowd);
        await crowd.LeaveAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        var after = await LiveHeap.MeasureAsync(portal.ProcessId);
        Figures.Print("circuit_kb", (with.Live - before.Live) / 1024.0 / circuits);
        Figures.Print("circuit_resident_kb", (with.Resident - before.Resident) / 1024.0 / circuits);
        Figures.Print("circuit_left_kb", (after.Live - before.Live) / 1024.0 / circuits);
        Figures.Print("live_without_mb", before.Live / 1e6);
        Figures.Print("live_with_mb", with.Live / 1e6);
        Figures.Print("resident_with_mb", with.Resident / 1e6);
        Figures.Print("sent_kb_of_a_visit", drawn / 1024.0 / circuits);
    }

    /// <summary>The same load for long: fails when the memory that is alive grows.</summary>
    public static async Task SoakAsync(int seconds, int circuits)
    {
        await using var portal = new BenchPortal();
        await portal.PrepareAsync(Buyers, circuits);
        await portal.StartAsync();
        await using var crowd = new CircuitCrowd(portal);
        await crowd.GrowAsync(circuits);
        await crowd.DragOnceAsync();
        await using var traffic = new PortalTraffic(portal, Buyers, grows: false);
        var samples = new List<double>();
        var (reopened, steps) = (0, 0);
        const int Samples = 12;
        var part = TimeSpan.FromSeconds(Math.Max(2.0, (double)seconds / Samples));
        for (var sample = 0; sample < Samples; sample++)
        {
            var until = Stopwatch.GetTimestamp() + (long)(part.TotalSeconds * Stopwatch.Frequency);
            var unanswered = 0;
            var slow = new List<double>();
            while (Stopwatch.GetTimestamp() < until)
            {
                var left = TimeSpan.FromSeconds(
                    (until - Stopwatch.GetTimestamp()) / (double)Stopwatch.Frequency
                );
                var result = await crowd.DragAsync(
                    left < TimeSpan.FromSeconds(10) ? left : TimeSpan.FromSeconds(10)
                );
                steps += result.Latencies.Length;
                unanswered += result.Others;
                slow.AddRange(result.Latencies);
                // People come and go: what a closed page leaves behind would show.
                await crowd.ReopenAsync(reopened++ % circuits);
            }
            slow.Sort();
            var memory = await LiveHeap.MeasureAsync(portal.ProcessId);
            samples.Add(memory.Live / 1e6);
            await Console.Error.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(sample + 1) * part.TotalSeconds:0} s: {memory.Live / 1e6:0.0} MB live, {memory.Resident / 1e6:0} MB resident, {traffic.Done.Imports} imports, p95 {(slow.Count > 0 ? slow[slow.Count * 95 / 100] : double.NaN):0} ms"
                )
            );
            if (unanswered > 0)
                throw new InvalidOperationException($"{unanswered} steps were not answered.");
        }
        Say(crowd);
        var (early, late) = (samples.Skip(4).Take(4).Average(), samples.Skip(8).Average());
        Figures.Print("soak_seconds", part.TotalSeconds * Samples);
        Figures.Print("soak_circuits", circuits);
        Figures.Print("soak_steps", steps);
        Figures.Print("soak_reopened", reopened);
        Figures.Print("soak_imports", traffic.Done.Imports);
        Figures.Print("soak_lookups", traffic.Done.Lookups);
        Figures.Print("soak_event_batches", traffic.Done.Batches);
        Figures.Print("soak_live_mb_middle", early);
        Figures.Print("soak_live_mb_end", late);
        Figures.Print("soak_growth_percent", 100 * (late - early) / early);
        // A leak of half a kilobyte a step, or of a tenth of a circuit, is well over it in an hour.
        if (late > early * 1.05 && late > early + 2)
            throw new InvalidOperationException("The memory that is alive has grown.");
    }

    /// <summary>
    /// A cut connection finds its circuit again; a killed portal is started on the same data, and every
    /// constructor comes back with its point, nobody signs in again.
    /// </summary>
    public static async Task RestartAsync(int circuits)
    {
        await using var portal = new BenchPortal();
        await portal.PrepareAsync(Buyers, circuits);
        await portal.StartAsync();
        await using var crowd = new CircuitCrowd(portal);
        await crowd.GrowAsync(circuits);
        await CheckNumbersAsync(portal, crowd.Circuits[0]);
        foreach (var circuit in crowd.Circuits)
            await circuit.MoveAndWaitAsync(7 + circuit.Value % 11);
        // The address follows at most 150 ms later.
        await Task.Delay(TimeSpan.FromSeconds(1));
        var points = crowd.Circuits.Select(c => c.Value).ToArray();
        await crowd.Circuits[0].DisposeAsync();
        Require(await crowd.Circuits[0].ReconnectAsync(), "A cut connection did not find its circuit.");
        Figures.Print("restart_reconnected_after_a_cut", 1);
        await portal.KillAsync();
        var start = Stopwatch.GetTimestamp();
        await portal.StartAsync();
        Figures.Print("restart_start_ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        Require(!await crowd.Circuits[1].ReconnectAsync(), "A new server knew an old circuit.");
        await crowd.ReloadAsync();
        Figures.Print("restart_all_back_ms", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        var back = crowd.Circuits.Where((c, i) => c.Value == points[i]).Count();
        Figures.Print("restart_circuits", circuits);
        Figures.Print("restart_back_at_their_point", back);
        Say(crowd);
        Require(back == circuits, "Not every constructor came back with its point.");
    }

    // What the circuit draws is what the interface for machines says of the same point: the load measures answers
    // that are right.
    private static async Task CheckNumbersAsync(BenchPortal portal, ConstructorCircuit circuit)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://{portal.EndPoint}/api/v1/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", portal.Key);
        var texts = circuit.Texts = [];
        for (var stop = 1; stop <= 31; stop += 10)
        {
            texts.Clear();
            var before = circuit.Address;
            await circuit.MoveAndWaitAsync(stop);
            for (var tried = 0; circuit.Address == before && tried < 100; tried++)
                await Task.Delay(50);
            var query = circuit.Address.Split('?', 2)[1];
            var threshold = long.Parse(
                query.Split('&').Single(p => p.StartsWith("threshold=", StringComparison.Ordinal))[10..],
                CultureInfo.InvariantCulture
            );
            using var json = JsonDocument.Parse(
                await client.GetStringAsync(
                    new Uri(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"preview?threshold={threshold * 10_000}&discount=10"
                        ),
                        UriKind.Relative
                    )
                )
            );
            var buyers = json.RootElement.GetProperty("buyers").GetProperty("qualify").GetInt64();
            Require(
                texts.Contains(buyers.ToString("N0", English)),
                $"At {threshold} the circuit did not draw {buyers} buyers."
            );
        }
        circuit.Texts = null;
    }

    private static async Task<LoadResult> MeasureAsync(
        BenchPortal portal,
        CircuitCrowd crowd,
        PortalTraffic traffic,
        int seconds
    )
    {
        using var self = Process.GetCurrentProcess();
        var (before, done) = (portal.Used().CpuSeconds, traffic.Done);
        var own = self.TotalProcessorTime;
        var drawn = crowd.BatchBytes;
        var start = Stopwatch.GetTimestamp();
        var result = await crowd.DragAsync(TimeSpan.FromSeconds(seconds));
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        self.Refresh();
        var name = string.Create(CultureInfo.InvariantCulture, $"at_{crowd.Count}");
        Figures.Print(name + "_p50_ms", result.Percentile(0.5));
        Figures.Print(name + "_p95_ms", result.Percentile(0.95));
        Figures.Print(name + "_p99_ms", result.Percentile(0.99));
        Figures.Print(name + "_steps_per_s", result.PerSecond);
        Figures.Print(name + "_unanswered", result.Others);
        Figures.Print(name + "_portal_cores", (portal.Used().CpuSeconds - before) / took);
        Figures.Print(name + "_load_cores", (self.TotalProcessorTime - own).TotalSeconds / took);
        Figures.Print(
            name + "_answer_kb",
            (crowd.BatchBytes - drawn) / 1024.0 / Math.Max(1, result.Latencies.Length)
        );
        Figures.Print(name + "_imports", traffic.Done.Imports - done.Imports);
        Figures.Print(name + "_lookups_per_s", (traffic.Done.Lookups - done.Lookups) / took);
        Figures.Print(name + "_event_batches_per_s", (traffic.Done.Batches - done.Batches) / took);
        return result;
    }

    private static void Say(CircuitCrowd crowd)
    {
        foreach (var complaint in crowd.Complaints)
            Console.Error.WriteLine("complaint: " + complaint);
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
