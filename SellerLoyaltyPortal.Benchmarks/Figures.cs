using System.Diagnostics;
using System.Globalization;

namespace SellerLoyaltyPortal.Benchmarks;

/// <summary>Times things and prints them as <c>name, tab, value</c>.</summary>
internal static class Figures
{
    public static (T Made, double Seconds) Timed<T>(Func<T> make)
    {
        var start = Stopwatch.GetTimestamp();
        var made = make();
        return (made, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>
    /// The best of some runs, as for every peer: what the machine can do, with the least of what else it
    /// was doing.
    /// </summary>
    public static double BestMs(int times, Action<int> action)
    {
        var best = double.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action(i);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return best;
    }

    /// <summary>
    /// The best and the median run of so many seconds: who gets the machine for as long has the same chance of
    /// its best moment.
    /// </summary>
    public static (double Best, double Median) MsWithin(double seconds, Action<int> action)
    {
        var runs = new List<double>();
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds)
        {
            var start = Stopwatch.GetTimestamp();
            action(runs.Count);
            runs.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        runs.Sort();
        return (runs[0], runs[runs.Count / 2]);
    }

    /// <summary>
    /// Processor time of one run, all threads together: on a machine that has other work this says more than
    /// the clock.
    /// </summary>
    public static double CpuMs(int times, Action<int> action)
    {
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        for (var i = 0; i < times; i++)
            action(i);
        process.Refresh();
        return (process.TotalProcessorTime - start).TotalMilliseconds / times;
    }

    public static void Print(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.####}"));
}
