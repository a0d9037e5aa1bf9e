using System.Diagnostics;
using SellerLoyaltyPortal.Tests.EndToEnd;

namespace SellerLoyaltyPortal.Tests.Load;

/// <summary>
/// The parts of <c>benchmarks/load.sh</c> that hold or do not, whatever the machine: no growth, and nobody loses
/// their place by a restart. As small as they mean something; the script runs them for an hour.
/// </summary>
public sealed class CircuitLoadTests
{
    [Fact]
    public Task Restart_OfTheServer_BringsEveryConstructorBackAtItsPoint() =>
        RunAsync("circuits-restart", "3");

    [Fact]
    public Task Soak_OfDraggingImportsAndLookups_KeepsTheMemoryThatIsAlive() =>
        RunAsync("circuits-soak", "36", "3");

    private static async Task RunAsync(params string[] arguments)
    {
        // In the same configuration as the tests.
        var load = Path.Combine(
            AppContext.BaseDirectory.Replace(".Tests", ".Benchmarks", StringComparison.Ordinal),
            "SellerLoyaltyPortal.Benchmarks.dll"
        );
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [load, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await Task.WhenAll(
            process.StandardOutput.ReadToEndAsync(),
            process.StandardError.ReadToEndAsync()
        );
        await process.WaitForExitAsync();
        var all = string.Concat(said);
        await File.WriteAllTextAsync(TestOutput.File(arguments[0] + ".txt"), all);
        Assert.True(process.ExitCode == 0, all);
    }
}
