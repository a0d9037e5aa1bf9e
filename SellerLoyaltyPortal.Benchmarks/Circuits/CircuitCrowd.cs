using System.Diagnostics;
using SellerLoyaltyPortal.Benchmarks.Portal;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>
/// Sellers at their constructors, each in a circuit of their own: everybody drags the threshold for two seconds
/// (a step every 100 ms, whether or not the one before was answered), looks at what came of it for eight, and
/// drags again; not all at once.
/// </summary>
internal sealed class CircuitCrowd(BenchPortal portal) : IAsyncDisposable
{
    public const int StepsOfADrag = 20;

    private const int OpenAtOnce = 4;
    private static readonly TimeSpan StepEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<PortalPerson> _people = [];
    private readonly List<ConstructorCircuit> _circuits = [];

    public int Count => _circuits.Count;

    public IReadOnlyList<ConstructorCircuit> Circuits => _circuits;

    public long BatchBytes => _circuits.Sum(c => c.BatchBytes);

    public IEnumerable<string> Complaints => _circuits.SelectMany(c => c.Complaints).Distinct();

    /// <summary>Brings so many sellers in, the newcomers through the sign-in form.</summary>
    public async Task GrowAsync(int count)
    {
        var first = _people.Count;
        var people = Enumerable
            .Range(first, count - first)
            .Select(_ => new PortalPerson(new Uri($"http://{portal.EndPoint}/")))
            .ToArray();
        _people.AddRange(people);
        var circuits = new ConstructorCircuit[people.Length];
        await Parallel.ForAsync(
            0,
            people.Length,
            new ParallelOptions { MaxDegreeOfParallelism = OpenAtOnce },
            async (i, _) =>
            {
                await people[i].SignInAsync(BenchPortal.OwnerOf(first + i), BenchPortal.Password);
                circuits[i] = await ConstructorCircuit.OpenAsync(people[i], AddressOf(first + i));
            }
        );
        _circuits.AddRange(circuits);
    }

    /// <summary>One seller closes the page and opens it again.</summary>
    public async Task ReopenAsync(int seller)
    {
        await _circuits[seller].LeaveAsync();
        _circuits[seller] = await ConstructorCircuit.OpenAsync(_people[seller], AddressOf(seller));
    }

    /// <summary>Everybody opens the page that their browser stands at, as after a restart of the server.</summary>
    public async Task ReloadAsync()
    {
        for (var i = 0; i < _circuits.Count; i++)
        {
            var address = _circuits[i].Address;
            await _circuits[i].DisposeAsync();
            _circuits[i] = await ConstructorCircuit.OpenAsync(_people[i], address);
        }
    }

    /// <summary>Everybody leaves the page; they stay signed in.</summary>
    public async Task LeaveAsync()
    {
        foreach (var circuit in _circuits)
            await circuit.LeaveAsync();
        _circuits.Clear();
    }

    /// <summary>Everybody who left comes back.</summary>
    public async Task ReturnAsync()
    {
        for (var i = 0; i < _people.Count; i++)
            _circuits.Add(await ConstructorCircuit.OpenAsync(_people[i], AddressOf(i)));
    }

    /// <summary>One after another, everybody drags once.</summary>
    public async Task DragOnceAsync()
    {
        foreach (var circuit in _circuits)
        {
            for (var step = 0; step < StepsOfADrag; step++)
                await circuit.MoveAndWaitAsync(Next(circuit.Value, circuit.Stops, 1));
        }
    }

    /// <summary>Everybody drags and looks for so long.</summary>
    /// <returns>Milliseconds from each step to its answer; steps without one are counted apart.</returns>
    public async Task<LoadResult> DragAsync(TimeSpan length)
    {
        var start = Stopwatch.GetTimestamp();
        var results = await Task.WhenAll(
            _circuits.Select((c, i) => Task.Run(() => DragAsync(c, new Random(i), start, length)))
        );
        var latencies = results.SelectMany(r => r.Latencies).ToArray();
        Array.Sort(latencies);
        return new(latencies, results.Sum(r => r.Unanswered), length.TotalSeconds);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var circuit in _circuits)
            await circuit.DisposeAsync();
    }

    public static string AddressOf(int seller) => $"/sellers/{BenchPortal.SlugOf(seller)}/constructor";

    private static async Task<(List<double> Latencies, int Unanswered)> DragAsync(
        ConstructorCircuit circuit,
        Random random,
        long start,
        TimeSpan length
    )
    {
        var latencies = new List<double>();
        var sent = 0;
        // Where the hand is, not what is drawn: the last answer of the drag before may still be on its way.
        var at = circuit.Value;
        for (var due = Round * random.NextDouble(); due < length; due += Round)
        {
            var way = random.Next(2) == 0 ? 1 : -1;
            for (var step = 0; step < StepsOfADrag; step++)
            {
                var moment = due + step * StepEvery;
                if (moment >= length)
                    break;
                var wait = moment - Stopwatch.GetElapsedTime(start);
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait);
                at = Next(at, circuit.Stops, way);
                sent++;
                // From when the hand moved: what waits behind a slow answer counts as waiting.
                await circuit.MoveAsync(
                    at,
                    start + (long)(moment.TotalSeconds * Stopwatch.Frequency),
                    Answered
                );
            }
        }
        for (var waited = 0; circuit.Waiting > 0 && waited < Patience.TotalMilliseconds; waited += 50)
            await Task.Delay(50);
        lock (latencies)
            return (latencies, sent - latencies.Count);

        void Answered(double milliseconds)
        {
            lock (latencies)
                latencies.Add(milliseconds);
        }
    }

    // Through the stops around again, so that every step moves.
    private static int Next(int stop, int stops, int way) => (stop + way + stops) % stops;
}
