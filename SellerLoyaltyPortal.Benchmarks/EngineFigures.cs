using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Benchmarks;

/// <summary>The engine's own figures, for benchmarks/compare.sh.</summary>
internal static class EngineFigures
{
    /// <summary>Any date will do, as long as the peers take the same: the window then lies amid the ledger.</summary>
    public static readonly DayNumber AsOf = LedgerGenerator.LastDay - 100;

    // As the peers have it (benchmarks/peers).
    private const double CurveSeconds = 6;

    private static readonly EligibilityRule Rule = EligibilityRule.Default;

    /// <param name="lines">How many lines to generate.</param>
    /// <param name="withNaive">Whether to run the naive version too, which takes seconds.</param>
    public static void Curve(int lines, bool withNaive)
    {
        WarmUp();
        var (columns, buildSeconds) = Figures.Timed(() =>
            new LedgerGenerator(lines).Build(PurchaseColumnSet.SellerPrice)
        );
        Figures.Print("generate_and_build_s", buildSeconds);
        ThresholdCurve.Of(columns, Rule, AsOf);
        // With what the curve has derived from the columns.
        PrintSizes(columns);

        var times = lines > 20_000_000 ? 60 : 300;
        var (curveMs, curveMedianMs) = Figures.MsWithin(
            CurveSeconds,
            i => ThresholdCurve.Of(columns, Rule, AsOf - i % 30)
        );
        Figures.Print("curve_ms", curveMs);
        Figures.Print("curve_median_ms", curveMedianMs);
        Figures.Print(
            "state_ms",
            Figures.BestMs(times, i => EligibilityState.Of(columns, Rule, AsOf - i % 30))
        );
        Figures.Print(
            "totals_ms",
            Figures.BestMs(times, i => BuyerTotalsCalculator.Calculate(columns, Rule, AsOf - i % 30))
        );
        Figures.Print(
            "curve_cpu_ms",
            Figures.CpuMs(40, i => ThresholdCurve.Of(columns, Rule, AsOf - i % 30))
        );
        Figures.Print(
            "totals_cpu_ms",
            Figures.CpuMs(40, i => BuyerTotalsCalculator.Calculate(columns, Rule, AsOf - i % 30))
        );
        var totals = BuyerTotalsCalculator.Calculate(columns, Rule, AsOf);
        Figures.Print("sort_ms", Figures.BestMs(times, _ => ThresholdCurve.From(totals)));
        Figures.Print("plain_totals_ms", PlainMs(columns));
        var plain = new int[totals.Length];
        Figures.Print(
            "comparison_sort_ms",
            Figures.BestMs(
                5,
                _ =>
                {
                    for (var at = 0; at < plain.Length; at += totals.Counts.From(at).Length)
                        totals.Counts.From(at).CopyTo(plain.AsSpan(at));
                    plain.AsSpan().Sort();
                }
            )
        );

        var curve = ThresholdCurve.From(totals);
        Figures.Print("answer_base", curve.Buyers);
        Figures.Print("answer_at_10000", curve.BuyersAt(Money.FromUnits(10_000)));
        Figures.Print("answer_revenue", curve.Revenue.TenThousandths);
        Figures.Print("threshold_ns", ThresholdNs(curve));

        var bandwidth = BandwidthGigabytes();
        // Read: two bytes of day, four of amount and two bits a line. Counts written into their buckets, read from
        // there and written sorted: four bytes each.
        var touched = 6.25 * columns.LineCount + (4 + 4 + 4) * (double)curve.Buyers;
        Figures.Print("bandwidth_GBps", bandwidth);
        Figures.Print("bandwidth_ms", touched / bandwidth / 1e6);
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        Figures.Print("resident_GiB", process.PeakWorkingSet64 / 1_073_741_824.0);
        if (withNaive)
            Figures.Print("naive_ms", NaiveMs(lines));
    }

    public static void Append(int lines)
    {
        var columns = new LedgerGenerator(lines).Build(PurchaseColumnSet.SellerPrice);
        var state = EligibilityState.Of(columns, Rule, LedgerGenerator.LastDay);
        var random = new Random(7);
        var times = new List<double>();
        // The first rounds run before the compiler has seen what runs often.
        for (var round = -40; round < 60; round++)
        {
            if (state.Columns.IsWorthCompacting)
                state = state.After(state.Columns.Compact());
            var changes = new LedgerChanges();
            for (var i = 0; i < 1_000; i++)
                changes.Add(
                    LedgerGenerator.Line(
                        random,
                        1 + random.Next(columns.BuyerCount),
                        LedgerGenerator.LastDay,
                        lines + (round + 40) * 1_000 + i
                    )
                );
            var before = state;
            var (after, seconds) = Figures.Timed(() =>
                before.After(before.Columns.Append(changes, before.LedgerSequence + 1_000))
            );
            state = after;
            if (round >= 0)
                times.Add(seconds * 1_000);
        }
        times.Sort();
        Figures.Print("append_ms", times[0]);
        Figures.Print("append_median_ms", times[times.Count / 2]);
        Figures.Print(
            "full_pass_ms",
            Figures.BestMs(10, _ => EligibilityState.Of(columns, Rule, LedgerGenerator.LastDay))
        );
    }

    // The compiler makes the final code of what runs often in the background, once nothing new comes: for that it has
    // the time in which the lines are generated. Until then the same code takes up to twice as long.
    private static void WarmUp()
    {
        var columns = new LedgerGenerator(200_000).Build(PurchaseColumnSet.SellerPrice);
        for (var i = 0; i < 200; i++)
        {
            var state = EligibilityState.Of(columns, Rule, AsOf - i % 30);
            ThresholdCurve.From(state.Totals);
            ThresholdCurve.Of(columns, Rule, AsOf - i % 30);
        }
    }

    private static void PrintSizes(PurchaseColumns columns)
    {
        var buyers = columns.Buyers.Bytes + 4L * columns.BuyerCount;
        Figures.Print("bytes_per_line", (double)(columns.Bytes - buyers) / columns.LineCount);
        Figures.Print("bytes_per_buyer", (double)buyers / columns.BuyerCount);
    }

    private static double PlainMs(PurchaseColumns columns)
    {
        var counted = columns.Lines.Counted(Rule.PriceBase, Rule.ReturnRule, Rule.CountDiscounted);
        var window = Rule.WindowOn(AsOf);
        counted.TryOffsets(window.First.Value, window.Last.Value, out var from, out var to);
        var counts = new int[columns.BuyerCount];
        return Figures.BestMs(5, _ => TotalsPass.OneByOne(counted, from, to, counts, 0));
    }

    private static double ThresholdNs(ThresholdCurve curve)
    {
        const int Times = 1_000_000;
        var random = new Random(5);
        var thresholds = new Money[Times];
        for (var i = 0; i < Times; i++)
            thresholds[i] = Money.FromUnits(random.Next(1_000, 100_001));
        var sum = 0L;
        var ms = Figures.BestMs(
            5,
            _ =>
            {
                foreach (var threshold in thresholds)
                    sum += curve.BuyersAt(threshold) + curve.RevenueAt(threshold).TenThousandths;
            }
        );
        GC.KeepAlive(sum);
        return ms * 1e6 / Times;
    }

    // What this machine can read with the same threads: 400 MB, added up by the widest vectors.
    private static double BandwidthGigabytes()
    {
        var numbers = new long[50_000_000];
        Array.Fill(numbers, 1);
        var sums = new long[WorkShares.Threads];
        var ms = Figures.BestMs(
            15,
            _ =>
                WorkShares.Run(
                    sums.Length,
                    share =>
                    {
                        var (from, to) = WorkShares.Bounds(numbers.Length, sums.Length, share);
                        var vectors = MemoryMarshal.Cast<long, Vector512<long>>(
                            numbers.AsSpan(from, to - from)
                        );
                        var (a, b) = (Vector512<long>.Zero, Vector512<long>.Zero);
                        for (var i = 0; i + 1 < vectors.Length; i += 2)
                            (a, b) = (a + vectors[i], b + vectors[i + 1]);
                        sums[share] = Vector512.Sum(a + b);
                    }
                )
        );
        return numbers.Length * 8.0 / ms / 1e6;
    }

    // The baseline: what the tests' reference does, over rows in memory.
    private static double NaiveMs(int lines)
    {
        var rows = new LedgerGenerator(lines).Lines().ToArray();
        var window = Rule.WindowOn(AsOf);
        var totals = 0;
        var ms = Figures.BestMs(
            2,
            _ =>
                totals += rows.Where(r => window.Contains(r.BoughtOn))
                    .GroupBy(r => r.BuyerKey)
                    .Select(g =>
                        g.Sum(r =>
                            r.SellerPrice.TenThousandths
                            - (
                                r.ReturnedQuantity == 0
                                    ? 0
                                    : r.SellerPrice.Fraction(r.ReturnedQuantity, r.Quantity).TenThousandths
                            )
                        )
                    )
                    .Order()
                    .ToArray()
                    .Length
        );
        Figures.Print("naive_buyers", totals / 2);
        return ms;
    }
}
