using System.Xml.Linq;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Architecture.Texts;

/// <summary>The texts of a feature in both languages.</summary>
public sealed record TextResource(
    string Name,
    IReadOnlyDictionary<string, string> English,
    IReadOnlyDictionary<string, string> Russian
)
{
    public static IReadOnlyList<TextResource> OfPortal() =>
        [
            .. Repository
                .PortalFiles(".resx")
                .Where(path => !path.EndsWith(".ru.resx", StringComparison.Ordinal))
                .Select(path => new TextResource(
                    Repository.Relative(path)[..^".resx".Length],
                    Read(path),
                    Read(path[..^".resx".Length] + ".ru.resx")
                )),
        ];

    private static Dictionary<string, string> Read(string path) =>
        File.Exists(path)
            ? XDocument
                .Load(path)
                .Root!.Elements("data")
                .ToDictionary(
                    data => data.Attribute("name")!.Value,
                    data => data.Element("value")!.Value,
                    StringComparer.Ordinal
                )
            : new Dictionary<string, string>(StringComparer.Ordinal);
}
