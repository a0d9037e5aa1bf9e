namespace SellerLoyaltyPortal.Benchmarks.Portal;

/// <summary>What came of a load.</summary>
/// <param name="Latencies">Milliseconds of the answers that counted, ascending.</param>
/// <param name="Others">Answers with another status.</param>
/// <param name="Seconds">From the first request to the last answer.</param>
internal sealed record LoadResult(double[] Latencies, int Others, double Seconds)
{
    public double PerSecond => Latencies.Length / Seconds;

    public double Percentile(double share) =>
        Latencies.Length == 0
            ? double.NaN
            : Latencies[(int)Math.Min(Latencies.Length - 1, Latencies.Length * share)];
}
