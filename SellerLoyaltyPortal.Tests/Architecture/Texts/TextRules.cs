using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Tests.Architecture.Texts;

/// <summary>What holds between the two languages of a text.</summary>
public static partial class TextRules
{
    /// <summary>The one text that is written in the other language on purpose.</summary>
    private const string NameOfTheOtherLanguage = "OtherLanguage";

    public static IEnumerable<string> Problems(TextResource texts)
    {
        foreach (var key in texts.English.Keys.Except(texts.Russian.Keys, StringComparer.Ordinal))
            yield return $"{texts.Name}: {key} has no Russian text";
        foreach (var key in texts.Russian.Keys.Except(texts.English.Keys, StringComparer.Ordinal))
            yield return $"{texts.Name}: {key} has no English text";
        foreach (var key in texts.English.Keys.Intersect(texts.Russian.Keys, StringComparer.Ordinal))
        foreach (var problem in Problems(key, texts.English[key], texts.Russian[key]))
            yield return $"{texts.Name}: {key}: {problem}";
    }

    private static IEnumerable<string> Problems(string key, string english, string russian)
    {
        if (string.IsNullOrWhiteSpace(english) || string.IsNullOrWhiteSpace(russian))
            yield return "is empty";
        var (one, other) = (english.Split('|'), russian.Split('|'));
        if ((one.Length, other.Length) is not ((1, 1) or (2, 3)))
            yield return $"has {one.Length} English and {other.Length} Russian forms; plurals are one|other and one|few|many";
        // A singular may leave the number out ("1 buyer" as "one buyer"): the last form has all of them.
        if (Placeholders(one[^1]) != Placeholders(other[^1]))
            yield return $"placeholders {Placeholders(one[^1])} in English, {Placeholders(other[^1])} in Russian";
        if (Cyrillic().IsMatch(english) && key != NameOfTheOtherLanguage)
            yield return "the English text has Cyrillic letters";
    }

    private static string Placeholders(string text) =>
        string.Join(
            " ",
            Placeholder()
                .Matches(text)
                .Select(m => m.Value)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();
}
