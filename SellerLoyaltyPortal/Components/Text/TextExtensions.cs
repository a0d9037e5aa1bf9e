using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Components.Text;

/// <summary>Texts with numbers, and errors in the reader's words.</summary>
public static class TextExtensions
{
    /// <summary>
    /// The form of a text that fits a number: the text holds its forms separated by <c>|</c>, in English
    /// one and other, in Russian one (1, 21), few (2–4, 22–24) and many. <c>{0}</c> is the number itself,
    /// already formatted; further arguments follow.
    /// </summary>
    /// <exception cref="FormatException">The text has not as many forms as its language needs.</exception>
    public static string Plural(this IStringLocalizer texts, string key, long count, params object[] more)
    {
        var forms = texts[key].Value.Split('|');
        var index = PluralForm(CultureInfo.CurrentUICulture, count);
        if (forms.Length <= index)
            throw new FormatException($"The text {key} lacks a plural form.");
        return string.Format(CultureInfo.CurrentCulture, forms[index], [Display.Count(count), .. more]);
    }

    /// <summary>
    /// The text of an error: key <c>Error.{Code}</c>, its arguments formatted for people.
    /// </summary>
    public static string Explain(this IStringLocalizer texts, Error error, Currency? currency = null)
    {
        var text = texts["Error." + error.Code];
        return string.Format(
            CultureInfo.CurrentCulture,
            text.Value,
            [.. error.Arguments.Select(a => (object)Display.Value(a, currency))]
        );
    }

    /// <summary>Which of a language's forms a number takes (CLDR: ru one/few/many, en one/other).</summary>
    public static int PluralForm(CultureInfo culture, long count)
    {
        var n = Math.Abs(count);
        if (!string.Equals(culture.TwoLetterISOLanguageName, "ru", StringComparison.Ordinal))
            return n == 1 ? 0 : 1;
        return (n % 10, n % 100) switch
        {
            (1, not 11) => 0,
            (>= 2 and <= 4, < 12 or > 14) => 1,
            _ => 2,
        };
    }
}
