using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SellerLoyaltyPortal.Tests.Crash;

/// <summary>Files that are sent, checked and stored one after the other, each with lines of its own.</summary>
internal sealed class ImportCrashLoad(int linesOfAFile) : CrashLoad
{
    private readonly List<string> _sent = [];
    private readonly HashSet<string> _acknowledged = new(StringComparer.Ordinal);

    public override string Summary => $"{_acknowledged.Count} of {_sent.Count} imports acknowledged";

    public override async Task RunAsync(HttpClient client, int round, CancellationToken cancellation)
    {
        for (var i = 1; ; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"r{round}f{i}");
            _sent.Add(name);
            using var content = new ByteArrayContent(FileOf(name));
            using var sent = await client.PostAsync(
                new Uri($"/api/v1/imports?fileName={name}.csv", UriKind.Relative),
                content,
                cancellation
            );
            sent.EnsureSuccessStatusCode();
            await EndOfAsync(client, sent.Headers.Location!, cancellation);
            using var store = await client.PostAsync(
                new Uri(sent.Headers.Location + "/store", UriKind.Relative),
                content: null,
                cancellation
            );
            store.EnsureSuccessStatusCode();
            var done = await EndOfAsync(client, sent.Headers.Location!, cancellation);
            if (!done.GetProperty("report").GetProperty("stored").GetBoolean())
                throw new InvalidOperationException($"{name} was refused.");
            _acknowledged.Add(name);
        }
    }

    public override void Verify(SqliteConnection database)
    {
        long files = 0;
        foreach (var name in _sent)
        {
            var lines = Count(
                database,
                """SELECT COUNT(*) FROM "PurchaseLines" WHERE "LineId" BETWEEN @from AND @to""",
                ("@from", name + "-"),
                ("@to", name + ".")
            );
            var imports = Count(
                database,
                """SELECT COUNT(*) FROM "PurchaseImports" WHERE "FileName" = @name""",
                ("@name", name + ".csv")
            );
            if (!(lines == 0 && imports == 0) && !(lines == linesOfAFile && imports == 1))
                throw new InvalidOperationException(
                    $"{name}: {lines} of {linesOfAFile} lines, {imports} imports."
                );
            if (_acknowledged.Contains(name) && lines == 0)
                throw new InvalidOperationException($"{name} was acknowledged and is lost.");
            files += imports;
        }
        if (files < _acknowledged.Count)
            throw new InvalidOperationException("An acknowledged import is lost.");
    }

    private static async Task<JsonElement> EndOfAsync(
        HttpClient client,
        Uri address,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            var answer = await client.GetFromJsonAsync<JsonElement>(address, cancellation);
            switch (answer.GetProperty("state").GetString())
            {
                case "checked" or "done":
                    return answer;
                case "failed" or "cancelled":
                    throw new InvalidOperationException(answer.ToString());
            }
        }
    }

    private byte[] FileOf(string name)
    {
        var text = new StringBuilder("line_id,buyer_id,order_id,sku,quantity,list_price,bought_at\n");
        for (var i = 0; i < linesOfAFile; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{name}-{i},{name}b{i % 997},{name}o{i / 7},s{i % 89},1,{i % 50}.25,2026-03-{i % 28 + 1:00}\n"
            );
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
