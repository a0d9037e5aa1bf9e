using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;

namespace SellerLoyaltyPortal.Tests.Crash;

/// <summary>Batches of purchase events, one after the other, each with lines of its own.</summary>
internal sealed class EventCrashLoad(int linesOfABatch) : CrashLoad
{
    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);
    private List<string> _sent = [];
    private int _sentBefore;
    private int _acknowledgedBefore;
    private long _storedBefore;

    public override string Summary =>
        $"{_acknowledgedBefore} of {_sentBefore} batches of {linesOfABatch} events acknowledged";

    public override async Task RunAsync(HttpClient client, int round, CancellationToken cancellation)
    {
        for (var i = 1; ; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"e{round}b{i}");
            _sent.Add(name);
            HttpStatusCode status;
            do
            {
                using var answer = await client.PostAsJsonAsync(
                    new Uri("/api/v1/purchases", UriKind.Relative),
                    new { lines = Lines(name) },
                    cancellation
                );
                status = answer.StatusCode;
                // An import holds the database: nothing of the batch was stored.
            } while (status == HttpStatusCode.TooManyRequests);
            if (status != HttpStatusCode.Accepted)
                throw new InvalidOperationException($"{name} was answered with {status}.");
            _acknowledged.Add(name);
        }
    }

    public override void Verify(SqliteConnection database)
    {
        foreach (var name in _sent)
        {
            var lines = Count(
                database,
                """
                SELECT COUNT(*) FROM "PurchaseLines"
                WHERE "SellerId" = (SELECT MIN("Id") FROM "Sellers") AND "LineId" BETWEEN @from AND @to
                """,
                ("@from", name + "-"),
                ("@to", name + ".")
            );
            if (lines != 0 && lines != linesOfABatch)
                throw new InvalidOperationException($"{name}: {lines} of {linesOfABatch} lines.");
            if (_acknowledged.Contains(name) && lines == 0)
                throw new InvalidOperationException($"{name} was acknowledged and is lost.");
            _storedBefore += lines;
        }
        // What earlier rounds have left is still there.
        var stored = Count(database, """SELECT COUNT(*) FROM "PurchaseLines" WHERE "ImportId" = 0""");
        if (stored != _storedBefore)
            throw new InvalidOperationException($"{stored} lines of events are stored, not {_storedBefore}.");
        (_sentBefore, _acknowledgedBefore) = (
            _sentBefore + _sent.Count,
            _acknowledgedBefore + _acknowledged.Count
        );
        _sent = [];
        _acknowledged.Clear();
    }

    private IEnumerable<object> Lines(string name) =>
        Enumerable
            .Range(0, linesOfABatch)
            .Select(i => new
            {
                lineId = $"{name}-{i}",
                buyerId = $"{name}b{i % 97}",
                orderId = $"{name}o{i / 7}",
                sku = "s",
                quantity = 1,
                listPrice = 12_500,
                boughtAt = "2026-03-10",
            });
}
