using System.Globalization;
using System.Text;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Outlines of step functions as SVG path data (invariant numbers, one decimal).</summary>
public static class StepPath
{
    /// <summary>
    /// A line that runs level up to each x and changes its height there. Steps closer than
    /// <paramref name="resolution"/> are drawn as one, so that a million steps make a path of a screen's
    /// width; first and last are always kept.
    /// </summary>
    /// <param name="points">Corners in the chart's units by ascending x: from x on, the height is y.</param>
    public static string Line(IReadOnlyList<(double X, double Y)> points, double resolution = 0.5)
    {
        if (points.Count == 0)
            return "";
        var path = new StringBuilder();
        Append(path, 'M', points[0].X, points[0].Y);
        var (drawnX, drawnY) = points[0];
        for (var i = 1; i < points.Count; i++)
        {
            var (x, y) = points[i];
            var last = i == points.Count - 1;
            if (!last && x - drawnX < resolution && Math.Abs(y - drawnY) < resolution)
                continue;
            Append(path, 'H', x);
            Append(path, 'V', y);
            (drawnX, drawnY) = (x, y);
        }
        return path.ToString();
    }

    private static void Append(StringBuilder path, char command, params ReadOnlySpan<double> numbers)
    {
        path.Append(command);
        for (var i = 0; i < numbers.Length; i++)
            path.Append(i > 0 ? "," : "").Append(numbers[i].ToString("0.#", CultureInfo.InvariantCulture));
    }
}
