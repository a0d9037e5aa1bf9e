using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>
/// A chart stands in the one frame that gives it title, units, table twin, downloads and reading by keyboard: a
/// drawing that says something, and a table that is coloured by its values.
/// </summary>
public static partial class ChartRules
{
    public static bool IsChart(string markup) =>
        Drawing().Matches(markup).Any(svg => !svg.Value.Contains("aria-hidden", StringComparison.Ordinal))
        || HeatMap().IsMatch(markup);

    public static IEnumerable<string> Problems(string path, string markup)
    {
        if (!IsChart(markup))
            yield break;
        var frames = Frame().Matches(markup);
        if (frames.Count == 0)
            yield return $"{path}: a chart without <ChartFrame>";
        foreach (Match frame in frames)
        {
            var (attributes, inside) = (frame.Groups["attributes"].Value, frame.Groups["inside"].Value);
            foreach (var needed in new[] { "Title=", "Subtitle=" })
                if (!attributes.Contains(needed, StringComparison.Ordinal))
                    yield return $"{path}: <ChartFrame> without {needed.TrimEnd('=')}";
            var draws = inside.Contains("<Plot>", StringComparison.Ordinal);
            if (draws && !attributes.Contains("Table=", StringComparison.Ordinal))
                yield return $"{path}: a drawing without its values as a table";
            if (draws && !inside.Contains("class=\"stop\"", StringComparison.Ordinal))
                yield return $"{path}: a drawing without stops for keyboard and pointer";
            if (!draws && !inside.Contains("data-chart-table", StringComparison.Ordinal))
                yield return $"{path}: a table that the downloads don't find";
        }
        var outside = Frame().Replace(markup, "");
        if (frames.Count > 0 && IsChart(outside))
            yield return $"{path}: a chart outside its <ChartFrame>";
    }

    [GeneratedRegex("<svg[^>]*>")]
    private static partial Regex Drawing();

    [GeneratedRegex("<table[^>]*class=\"[^\"]*\\bheat\\b")]
    private static partial Regex HeatMap();

    [GeneratedRegex(
        @"<ChartFrame\b(?<attributes>.*?)>\s*(?=<(Plot|Content)>)(?<inside>.*?)</ChartFrame>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Frame();
}
