using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SellerLoyaltyPortal.Tests.Crash;

/// <summary>
/// Round after round on one data folder: start the portal, let the loads work, kill it at a random moment,
/// look at what is left.
/// </summary>
internal static class CrashRounds
{
    /// <summary>Seed of the moments; what the processes have done by then differs all the same.</summary>
    private const int Seed = 2026;

    /// <param name="longest">The kill comes within this time after the loads have begun.</param>
    public static async Task<string> RunAsync(
        int rounds,
        TimeSpan longest,
        params IReadOnlyList<CrashLoad> loads
    )
    {
        var random = new Random(Seed);
        var started = Stopwatch.GetTimestamp();
        await using var portal = await PortalUnderFire.CreateAsync();
        for (var round = 1; round <= rounds; round++)
        {
            await portal.StartAsync();
            using var killed = new CancellationTokenSource();
            var client = portal.Client;
            var working = loads.Select(load => WorkAsync(load, client, round, killed.Token)).ToList();
            await Task.Delay(longest * random.NextDouble());
            await killed.CancelAsync();
            await portal.KillAsync();
            await Task.WhenAll(working);
            using var database = portal.Open();
            VerifyDatabase(database);
            foreach (var load in loads)
                load.Verify(database);
        }
        var minutes = Stopwatch.GetElapsedTime(started).TotalMinutes;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rounds} kills in {minutes:0.0} min: {string.Join("; ", loads.Select(l => l.Summary))}; every acknowledged line there once, nothing unfinished, integrity ok"
        );
    }

    /// <summary>The portal is asked to end while the loads work; ends by itself in time, and nothing is half done.</summary>
    public static async Task<int> StopOnceAsync(
        TimeSpan after,
        TimeSpan patience,
        params IReadOnlyList<CrashLoad> loads
    )
    {
        await using var portal = await PortalUnderFire.CreateAsync();
        await portal.StartAsync();
        using var stopped = new CancellationTokenSource();
        var client = portal.Client;
        var working = loads.Select(load => WorkAsync(load, client, 1, stopped.Token)).ToList();
        await Task.Delay(after);
        await stopped.CancelAsync();
        var code = await portal.StopAsync(patience);
        await Task.WhenAll(working);
        using var database = portal.Open();
        VerifyDatabase(database);
        foreach (var load in loads)
            load.Verify(database);
        return code;
    }

    // A load ends because the portal is gone under it; anything else is its own complaint.
    private static async Task WorkAsync(
        CrashLoad load,
        HttpClient client,
        int round,
        CancellationToken killed
    )
    {
        try
        {
            await Task.Run(() => load.RunAsync(client, round, killed), CancellationToken.None);
        }
        catch (OperationCanceledException) when (killed.IsCancellationRequested) { }
        catch (HttpRequestException gone) when (gone.StatusCode is null && killed.IsCancellationRequested) { }
    }

    private static void VerifyDatabase(SqliteConnection database)
    {
        if (Text(database, "PRAGMA integrity_check") is var integrity and not "ok")
            throw new InvalidOperationException($"The database is damaged: {integrity}");
        // Where the ledger says that it stands is where it stands.
        var differing = Text(
            database,
            """
            SELECT COUNT(*) FROM "LedgerHeads" h WHERE
                h."Sequence" <> (SELECT COALESCE(MAX("Sequence"), 0) FROM "PurchaseLines" l WHERE l."SellerId" = h."SellerId")
                OR h."CurrentLines" <> (SELECT COUNT(*) FROM "PurchaseLines" l WHERE l."SellerId" = h."SellerId" AND l."SupersededBy" IS NULL)
            """
        );
        if (differing != "0")
            throw new InvalidOperationException("The ledger's head is not where its lines are.");
    }

    private static string Text(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }
}
