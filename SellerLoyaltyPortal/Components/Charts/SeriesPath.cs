using System.Text;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Lines and bands through points as SVG path data, in the chart's own units.</summary>
public static class SeriesPath
{
    public static string Line(IReadOnlyList<(double X, double Y)> points, bool stepped)
    {
        var path = new StringBuilder();
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = points[i];
            if (i == 0)
                path.Append('M').Append(Svg.Number(x)).Append(',').Append(Svg.Number(y));
            else if (stepped)
                path.Append('H').Append(Svg.Number(x)).Append('V').Append(Svg.Number(y));
            else
                path.Append('L').Append(Svg.Number(x)).Append(',').Append(Svg.Number(y));
        }
        return path.ToString();
    }

    /// <summary>The closed outline between two edges.</summary>
    public static string Band(
        IReadOnlyList<(double X, double Y)> lower,
        IReadOnlyList<(double X, double Y)> upper,
        bool stepped
    )
    {
        if (lower.Count == 0)
            return "";
        var back = new StringBuilder();
        for (var i = upper.Count - 1; i >= 0; i--)
        {
            back.Append('L').Append(Svg.Number(upper[i].X)).Append(',').Append(Svg.Number(upper[i].Y));
            // Backwards a step falls before it runs level.
            if (stepped && i > 0)
                back.Append('L')
                    .Append(Svg.Number(upper[i].X))
                    .Append(',')
                    .Append(Svg.Number(upper[i - 1].Y));
        }
        return Line(lower, stepped) + back + "Z";
    }
}
