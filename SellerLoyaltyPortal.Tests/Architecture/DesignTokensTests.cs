using System.Globalization;
using System.Text.RegularExpressions;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>The colours of <c>app.css</c> can be read where they meet, and docs/design.md says how well.</summary>
public sealed partial class DesignTokensTests
{
    private static readonly string Styles = File.ReadAllText(
        Repository.PathOf("SellerLoyaltyPortal", "wwwroot", "app.css")
    );

    private static readonly Dictionary<string, (string Light, string Dark)> Colours = Token()
        .Matches(Styles)
        .ToDictionary(
            m => m.Groups["name"].Value,
            m => (m.Groups["light"].Value, m.Groups["dark"].Value),
            StringComparer.Ordinal
        );

    [Fact]
    public void Contrast_OfEveryPair_IsWhatTheDocumentSaysAndEnough()
    {
        var rows = Pair().Matches(File.ReadAllText(Repository.PathOf("docs", "design.md"))).ToList();

        Assert.True(rows.Count > 10);
        Assert.All(
            rows,
            row =>
            {
                var (front, back) = (Colours[row.Groups["front"].Value], Colours[row.Groups["back"].Value]);
                var (light, dark) = (Contrast(front.Light, back.Light), Contrast(front.Dark, back.Dark));
                Assert.Equal(Number(row, "light"), light, 0.051);
                Assert.Equal(Number(row, "dark"), dark, 0.051);
                Assert.True(Math.Min(light, dark) >= Number(row, "needs"), row.Value);
            }
        );
    }

    [Fact]
    public void Colours_Each_IsWrittenOnce() =>
        Assert.Equal(
            Colours.Count,
            Definition().Matches(Styles).Count(m => Colours.ContainsKey(m.Groups["name"].Value))
        );

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void Contrast_Known_IsThatOfTheStandard(string front, string back, double contrast) =>
        Assert.Equal(contrast, Contrast(front, back), 0.01);

    // WCAG 2.2, "contrast ratio" and "relative luminance".
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        0.2126 * Channel(colour, 1) + 0.7152 * Channel(colour, 3) + 0.0722 * Channel(colour, 5);

    private static double Channel(string colour, int at)
    {
        var value =
            int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static double Number(Match row, string group) =>
        double.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"--(?<name>[\w-]+): light-dark\((?<light>#[0-9a-f]{6}), (?<dark>#[0-9a-f]{6})\);")]
    private static partial Regex Token();

    [GeneratedRegex(@"^\s*--(?<name>[\w-]+):", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"^\| `(?<front>[\w-]+)` on `(?<back>[\w-]+)` \| (?<light>[\d.]+) \| (?<dark>[\d.]+) \| (?<needs>[\d.]+) \|",
        RegexOptions.Multiline
    )]
    private static partial Regex Pair();
}
