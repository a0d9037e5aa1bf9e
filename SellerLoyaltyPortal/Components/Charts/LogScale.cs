namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Equal ratios of value are equal lengths.</summary>
/// <param name="Low">Value at <paramref name="Start"/>; greater than 0.</param>
/// <param name="High">Value at <paramref name="End"/>; greater than <paramref name="Low"/>.</param>
/// <param name="Start">Position of the low end.</param>
/// <param name="End">Position of the high end.</param>
public sealed record LogScale(double Low, double High, double Start, double End) : IScale
{
    public double Position(double value) =>
        Start + Math.Log(Math.Max(value, Low / 2) / Low) / Math.Log(High / Low) * (End - Start);

    public double Value(double position) => Low * Math.Pow(High / Low, (position - Start) / (End - Start));

    /// <summary>1, 2.5 and 5 of each power of ten; only 1 and 5, or 1, where that would be too many.</summary>
    public IReadOnlyList<double> Ticks(int about)
    {
        double[][] choices =
        [
            [1, 2.5, 5],
            [1, 5],
            [1],
        ];
        foreach (var digits in choices)
        {
            var ticks = TicksOf(digits);
            if (ticks.Count <= about || digits.Length == 1)
                return ticks;
        }
        return [];
    }

    private List<double> TicksOf(double[] digits)
    {
        var ticks = new List<double>();
        for (var power = Math.Floor(Math.Log10(Low)); Math.Pow(10, power) <= High; power++)
            foreach (var digit in digits)
                if (digit * Math.Pow(10, power) is var tick && tick >= Low * 0.999 && tick <= High * 1.001)
                    ticks.Add(tick);
        return ticks;
    }
}
