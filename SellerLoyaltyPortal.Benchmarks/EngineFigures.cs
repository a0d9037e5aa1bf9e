using System.Diagnostics;
using System.Globalization;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Benchmarks;

/// <summary>The engine's own side of benchmarks/compare.sh: one line a figure, name and value.</summary>
internal static class EngineFigures
{
    public static void Run(string[] args)
    {
        var lines = int.Parse(args[0], CultureInfo.InvariantCulture);
        var watch = Stopwatch.StartNew();
        var generator = new LedgerGenerator(lines);
        Print("generate_s", watch.Elapsed.TotalSeconds);
        watch.Restart();
        var columns = generator.Build(PurchaseColumnSet.SellerPrice);
        Print("build_s", watch.Elapsed.TotalSeconds);
        Print("bytes_per_line", (double)columns.Bytes / lines);
        var rule = EligibilityRule.Default;
        var asOf = LedgerGenerator.LastDay - 100;
        for (var i = 0; i < 30; i++)
            ThresholdCurve.From(BuyerTotalsCalculator.Calculate(columns, rule, asOf - i));
        Print("totals_ms", Best(100, i => BuyerTotalsCalculator.Calculate(columns, rule, asOf - i)));
        var totals = BuyerTotalsCalculator.Calculate(columns, rule, asOf);
        Print("sort_ms", Best(100, i => ThresholdCurve.From(totals)));
        Print(
            "curve_ms",
            Best(100, i => ThresholdCurve.From(BuyerTotalsCalculator.Calculate(columns, rule, asOf - i)))
        );
        var curve = ThresholdCurve.From(totals);
        Print("buyers", curve.Buyers);
        Print("at_10000", curve.BuyersAt(Money.FromUnits(10_000)));
    }

    private static double Best(int times, Action<int> action)
    {
        var all = new double[times];
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action(i);
            all[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        Array.Sort(all);
        return all[0];
    }

    private static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.####}"));
}
