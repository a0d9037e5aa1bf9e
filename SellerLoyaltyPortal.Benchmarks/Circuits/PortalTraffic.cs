using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SellerLoyaltyPortal.Benchmarks.Portal;

namespace SellerLoyaltyPortal.Benchmarks.Circuits;

/// <summary>
/// What else goes on at a portal: files are imported, a storefront asks for discounts, a marketplace sends purchase
/// events; all of the first seller.
/// </summary>
internal sealed class PortalTraffic : IAsyncDisposable
{
    /// <summary>Discounts asked a second.</summary>
    public const int LookupsPerSecond = 100;

    /// <summary>Batches of events a second, of <see cref="LinesOfABatch"/> each.</summary>
    public const int BatchesPerSecond = 2;

    public const int LinesOfABatch = 100;

    /// <summary>Rows of each file.</summary>
    public const int RowsOfAFile = 20_000;

    /// <summary>From one file's first byte to the next one's, at least.</summary>
    public static readonly TimeSpan EveryFile = TimeSpan.FromSeconds(5);

    private readonly BenchPortal _portal;
    private readonly int _buyers;
    private readonly bool _grows;
    private readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow();
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _client;
    private readonly Task _running;
    private int _imports;
    private int _lookups;
    private int _batches;

    /// <param name="portal">Running.</param>
    /// <param name="buyers">Of the first seller.</param>
    /// <param name="grows">
    /// Whether lines are new each time, as in life. Otherwise the same file comes again, and events correct the
    /// lines that they brought: a portal whose memory is watched must not be given more to keep.
    /// </param>
    public PortalTraffic(BenchPortal portal, int buyers, bool grows)
    {
        (_portal, _buyers, _grows) = (portal, buyers, grows);
        _client = new() { BaseAddress = new Uri($"http://{portal.EndPoint}/api/v1/") };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", portal.Key);
        _running = Task.WhenAll(
            Task.Run(ImportAsync),
            EveryAsync(TimeSpan.FromSeconds(1.0 / LookupsPerSecond), LookUpAsync),
            EveryAsync(TimeSpan.FromSeconds(1.0 / BatchesPerSecond), SendEventsAsync)
        );
    }

    /// <summary>Whole files stored, discounts told, batches taken so far.</summary>
    public (int Imports, int Lookups, int Batches) Done => (_imports, _lookups, _batches);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // Asked to end.
        }
        _client.Dispose();
        _end.Dispose();
    }

    private async Task EveryAsync(TimeSpan pause, Func<int, Task> act)
    {
        using var timer = new PeriodicTimer(pause);
        for (var turn = 0; await timer.WaitForNextTickAsync(_end.Token); turn++)
            await act(turn);
    }

    private async Task LookUpAsync(int turn)
    {
        var buyer = LedgerGenerator.IdOf(turn * 7919L % _buyers + 1);
        using var answer = await _client.GetAsync(
            new Uri($"buyers/{buyer}/discount", UriKind.Relative),
            _end.Token
        );
        answer.EnsureSuccessStatusCode();
        _lookups++;
    }

    private async Task SendEventsAsync(int turn)
    {
        var (batch, version) = _grows ? (turn, 1) : (0, turn + 1);
        var now = TimeProvider.System.GetUtcNow();
        var json = new StringBuilder("{\"lines\":[");
        for (var i = 0; i < LinesOfABatch; i++)
            json.Append(
                CultureInfo.InvariantCulture,
                $$"""{{(i > 0 ? "," : "")}}{"lineId":"e{{batch}}-{{i}}","version":{{version}},"buyerId":"{{LedgerGenerator.IdOf(i + 1)}}","orderId":"e{{batch}}-{{i}}","sku":"S","quantity":1,"listPrice":{{1_000_000 + 100 * version}},"boughtAt":"{{now.AddSeconds(-i):yyyy-MM-ddTHH:mm:ssZ}}"}"""
            );
        json.Append("]}");
        using var content = new StringContent(json.ToString(), Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(
            new Uri("purchases", UriKind.Relative),
            content,
            _end.Token
        );
        // Turned away while an import holds the database: a marketplace sends it again.
        if (answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
            return;
        answer.EnsureSuccessStatusCode();
        _batches++;
    }

    private async Task ImportAsync()
    {
        using var next = new PeriodicTimer(EveryFile);
        do
        {
            var file = FileOf(_grows ? _imports : 0);
            using var content = new StringContent(file, Encoding.UTF8, "text/csv");
            using var sent = await _client.PostAsync(
                new Uri("imports?fileName=load.csv", UriKind.Relative),
                content,
                _end.Token
            );
            sent.EnsureSuccessStatusCode();
            var address = new Uri($"http://{_portal.EndPoint}{sent.Headers.Location!.OriginalString}");
            await WaitForAsync(address, "checked");
            using var store = await _client.PostAsync(new Uri(address + "/store"), null, _end.Token);
            store.EnsureSuccessStatusCode();
            await WaitForAsync(address, "done");
            _imports++;
        } while (await next.WaitForNextTickAsync(_end.Token));
    }

    private async Task WaitForAsync(Uri import, string state)
    {
        while (true)
        {
            using var json = JsonDocument.Parse(await _client.GetStringAsync(import, _end.Token));
            var now = json.RootElement.GetProperty("state").GetString();
            if (now == state)
                return;
            if (now is "failed" or "cancelled")
                throw new InvalidOperationException($"The import {now}.");
            await Task.Delay(100, _end.Token);
        }
    }

    private string FileOf(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder(
            "line_id,version,buyer_id,order_id,sku,quantity,list_price,bought_at\n",
            RowsOfAFile * 64
        );
        for (var i = 0; i < RowsOfAFile; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"i{number}-{i},1,{LedgerGenerator.IdOf(random.Next(_buyers) + 1)},i{number}-{i / 3},S{random.Next(4000)},1,{random.Next(100, 3000)}.00,{_began.AddDays(-1 - random.Next(300)):yyyy-MM-dd} 12:00:00\n"
            );
        return text.ToString();
    }
}
