namespace SellerLoyaltyPortal.Components.Inputs;

/// <summary>
/// The values at which a slider over a wide range stops: multiples of a step that widens with the value, so
/// that each stop is about one per cent or more away from the one before. Equal lengths of the slider are
/// then about equal ratios, every stop is a round number, and one key press always changes the value.
/// </summary>
public static class SliderStops
{
    /// <param name="from">First stop.</param>
    /// <param name="to">Last stop, included also where it is no multiple.</param>
    /// <param name="step">Narrowest distance of two stops.</param>
    public static IReadOnlyList<long> Between(long from, long to, long step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var stops = new List<long> { from };
        for (var value = from; value < to; )
        {
            var width = WidthAt(value, step);
            value = Math.Min((value / width + 1) * width, to);
            stops.Add(value);
        }
        return stops;
    }

    /// <summary>Index of the stop nearest to a value.</summary>
    public static int Nearest(IReadOnlyList<long> stops, long value)
    {
        var best = 0;
        for (var i = 1; i < stops.Count; i++)
            if (Math.Abs(stops[i] - value) < Math.Abs(stops[best] - value))
                best = i;
        return best;
    }

    private static long WidthAt(long value, long step)
    {
        long width = step;
        for (var factor = 5; width * 100 < value; factor = factor == 5 ? 2 : 5)
            width *= factor;
        return width;
    }
}
