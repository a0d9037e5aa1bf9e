using System.Diagnostics;
using SellerLoyaltyPortal.Tests.EndToEnd;

namespace SellerLoyaltyPortal.Tests.Load;

/// <summary>
/// The part of <c>benchmarks/load.sh</c> that holds or does not, whatever the machine: nobody loses their place by
/// a restart, and a circuit draws the numbers that the interface for machines tells.
/// </summary>
public sealed class CircuitLoadTests
{
    [Fact]
    public Task Restart_OfTheServer_BringsEveryConstructorBackAtItsPoint() =>
        RunAsync("circuits-restart", "3");

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
