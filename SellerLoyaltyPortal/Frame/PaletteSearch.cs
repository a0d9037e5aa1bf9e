using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Letters that somebody typed, as part of a name: also where the keyboard stood in the other language, and where
/// they think of a page by its name there.
/// </summary>
internal sealed class PaletteSearch
{
    private readonly string[] _readings;

    public PaletteSearch(string typed)
    {
        var lower = typed.Trim().ToLower(CultureInfo.CurrentCulture);
        _readings = [lower, KeyboardLayouts.AsLatin(lower), KeyboardLayouts.AsRussian(lower)];
    }

    public bool Fits(IReadOnlyList<string> names) =>
        names.Any(name =>
            _readings.Any(reading => name.Contains(reading, StringComparison.CurrentCultureIgnoreCase))
        );

    public static IReadOnlyList<string> InEveryLanguage(IStringLocalizer words, string key)
    {
        var own = CultureInfo.CurrentUICulture;
        try
        {
            var names = new List<string>();
            foreach (var language in FrameServices.Languages)
            {
                CultureInfo.CurrentUICulture = language;
                names.Add(words[key]);
            }
            return names;
        }
        finally
        {
            CultureInfo.CurrentUICulture = own;
        }
    }
}
