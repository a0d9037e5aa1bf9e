using System.Text;
using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>The seller's name in addresses: Latin letters and digits, joined by single hyphens.</summary>
public static partial class SellerSlug
{
    public const int MaxLength = 60;

    private const string Cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    private static readonly string[] Latin =
    [
        .. "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".Split(' '),
    ];

    public static bool IsValid(string? slug) =>
        slug is { Length: >= 2 and <= MaxLength } && Pattern().IsMatch(slug);

    /// <summary>
    /// A slug that reads like the name, Cyrillic transliterated (as in Russian passports); empty where the
    /// name has nothing to take.
    /// </summary>
    public static string Suggest(string? name)
    {
        var slug = new StringBuilder();
        foreach (var letter in (name ?? "").Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            var index = Cyrillic.IndexOf(letter, StringComparison.Ordinal);
            if (index >= 0)
                slug.Append(Latin[index]);
            else if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug is [.., not '-'])
                slug.Append('-');
        }
        return slug.ToString()[..Math.Min(slug.Length, MaxLength)].Trim('-');
    }

    [GeneratedRegex(
        "^[a-z0-9]+(-[a-z0-9]+)*\\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
