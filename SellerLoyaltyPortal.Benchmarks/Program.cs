using BenchmarkDotNet.Running;

namespace SellerLoyaltyPortal.Benchmarks;

internal static class BenchmarkProgram
{
    private static void Main(string[] args)
    {
        if (args is ["engine", ..])
            EngineFigures.Run(args[1..]);
        else
            BenchmarkSwitcher.FromAssembly(typeof(BenchmarkProgram).Assembly).Run(args);
    }
}
