namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Round thresholds at which a <see cref="ThresholdChart"/> tells its values: 1, 2 and 5 of each power of ten.</summary>
public static class ThresholdStops
{
    /// <param name="points">By ascending threshold.</param>
    /// <param name="from">Lowest threshold that is told.</param>
    /// <param name="to">Highest threshold that is told; greater than 0.</param>
    public static IReadOnlyList<ThresholdPoint> Of(
        IReadOnlyList<ThresholdPoint> points,
        double from,
        double to
    )
    {
        var stops = new List<ThresholdPoint>();
        for (var power = 1.0; power <= to; power *= 10)
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
                if (digit * power >= from && digit * power <= to)
                    stops.Add(new(digit * power, ValueAt(points, digit * power)));
        return stops;
    }

    /// <summary>A value holds up to and including its threshold; above the last there is nothing.</summary>
    public static double ValueAt(IReadOnlyList<ThresholdPoint> points, double threshold)
    {
        var (low, high) = (0, points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (points[middle].Threshold < threshold)
                low = middle + 1;
            else
                high = middle;
        }
        return low < points.Count ? points[low].Value : 0;
    }
}
