namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Equal steps of value are equal lengths.</summary>
/// <param name="Low">Value at <paramref name="Start"/>.</param>
/// <param name="High">Value at <paramref name="End"/>; greater than <paramref name="Low"/>.</param>
/// <param name="Start">Position of the low end.</param>
/// <param name="End">Position of the high end; may be less than <paramref name="Start"/> (an axis upwards).</param>
public sealed record LinearScale(double Low, double High, double Start, double End) : IScale
{
    public double Position(double value) => Start + (value - Low) / (High - Low) * (End - Start);

    public double Value(double position) => Low + (position - Start) / (End - Start) * (High - Low);

    public IReadOnlyList<double> Ticks(int about)
    {
        var step = NiceStep((High - Low) / Math.Max(about, 1));
        var ticks = new List<double>();
        for (var tick = Math.Ceiling(Low / step) * step; tick <= High + step * 1e-9; tick += step)
            ticks.Add(Math.Round(tick / step) * step);
        return ticks;
    }

    /// <summary>The next of 1, 2, 2.5, 5 × a power of ten that is at least <paramref name="rough"/>.</summary>
    public static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double[] steps = [1, 2, 2.5, 5, 10];
        return steps.First(s => s * power >= rough * (1 - 1e-9)) * power;
    }
}
