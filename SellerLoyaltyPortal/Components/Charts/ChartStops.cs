namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>
/// Picks the places at which a chart of several series tells its values: where points lie, thinned evenly where
/// there are more than fit.
/// </summary>
public static class ChartStops
{
    /// <param name="series">What is drawn; quiet lines tell nothing.</param>
    /// <param name="x">The axis.</param>
    /// <param name="most">At most so many places, the first and the last among them.</param>
    public static IReadOnlyList<ChartStop> Of(IReadOnlyList<ChartSeries> series, IScale x, int most = 60)
    {
        var telling = series
            .Where(s => s.Line is not (ChartLine.Quiet or ChartLine.QuietExpected or ChartLine.Mark))
            .ToList();
        var all = telling.SelectMany(s => s.Points.Select(p => p.X)).Distinct().Order().ToList();
        if (all.Count == 0)
            return [];
        var picked =
            all.Count <= most
                ? all
                :
                [
                    .. Enumerable
                        .Range(0, most)
                        .Select(i => all[(int)((long)i * (all.Count - 1) / (most - 1))]),
                ];
        var places = picked.ConvertAll(x.Position);
        var stops = new List<ChartStop>(picked.Count);
        for (var i = 0; i < picked.Count; i++)
        {
            var from = i == 0 ? places[0] - 8 : (places[i - 1] + places[i]) / 2;
            var to = i == picked.Count - 1 ? places[i] + 8 : (places[i] + places[i + 1]) / 2;
            var at = picked[i];
            stops.Add(
                new(
                    at,
                    from,
                    to,
                    [
                        .. telling
                            .Select(s => (s, Y: ValueAt(s, at)))
                            .Where(v => v.Y is not null)
                            .Select(v => (v.s, v.Y!.Value)),
                    ]
                )
            );
        }
        return stops;
    }

    /// <summary>The value of a series at x: on the line between two points, or (stepped) of the last; null outside.</summary>
    public static double? ValueAt(ChartSeries series, double x)
    {
        var points = series.Points;
        if (points.Count == 0 || x < points[0].X || x > points[^1].X)
            return null;
        var (low, high) = (0, points.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (points[middle].X <= x)
                low = middle;
            else
                high = middle - 1;
        }
        var (before, next) = (points[low], points[Math.Min(low + 1, points.Count - 1)]);
        return series.IsStepped || next.X <= before.X
            ? before.Y
            : before.Y + (next.Y - before.Y) * (x - before.X) / (next.X - before.X);
    }
}
