using System.Globalization;
using SellerLoyaltyPortal.Tests.EndToEnd;

namespace SellerLoyaltyPortal.Tests.Crash;

/// <summary>
/// The portal killed at random moments: a few in an ordinary run, as many as one asks for by
/// <c>benchmarks/crash.sh 100</c> (it sets <c>CRASH_ROUNDS</c>).
/// </summary>
public sealed class CrashTests
{
    [Fact]
    public async Task Kill_AtRandomMomentsOfImportsAndEvents_LosesAndHalvesNothing()
    {
        var rounds = int.TryParse(
            Environment.GetEnvironmentVariable("CRASH_ROUNDS"),
            CultureInfo.InvariantCulture,
            out var asked
        )
            ? asked
            : 3;
        var result = await CrashRounds.RunAsync(
            rounds,
            TimeSpan.FromSeconds(4),
            new ImportCrashLoad(linesOfAFile: 8000),
            new EventCrashLoad(linesOfABatch: 250)
        );
        await File.WriteAllTextAsync(TestOutput.File("crash.txt"), result + "\n");
    }

    /// <summary>The time that systemd's unit of docs/operations.md leaves before it kills.</summary>
    [Fact]
    public async Task Stop_AmidImportsAndEvents_EndsInTimeWithNothingHalfStored()
    {
        var code = await CrashRounds.StopOnceAsync(
            after: TimeSpan.FromSeconds(3),
            patience: TimeSpan.FromSeconds(40),
            new ImportCrashLoad(linesOfAFile: 60_000),
            new EventCrashLoad(linesOfABatch: 250)
        );

        Assert.Equal(0, code);
    }
}
