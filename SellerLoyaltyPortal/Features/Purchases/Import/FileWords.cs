using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Words and signs that shops write into their files, Russian and English.</summary>
internal static class FileWords
{
    /// <summary>Signs of currencies, the longer before those that they begin with.</summary>
    public static readonly IReadOnlyList<(string Sign, string Code)> Currencies =
    [
        ("₽", "RUB"),
        ("руб.", "RUB"),
        ("руб", "RUB"),
        ("р.", "RUB"),
        ("RUB", "RUB"),
        ("$", "USD"),
        ("USD", "USD"),
        ("€", "EUR"),
        ("EUR", "EUR"),
        ("£", "GBP"),
        ("GBP", "GBP"),
        ("₸", "KZT"),
        ("KZT", "KZT"),
        ("BYN", "BYN"),
    ];

    private static readonly string[] Yes = ["1", "true", "yes", "да"];
    private static readonly string[] No = ["", "0", "false", "no", "нет"];

    /// <summary>Null for a word that says neither.</summary>
    public static bool? YesOrNo(ReadOnlySpan<char> text)
    {
        foreach (var word in No)
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return false;
        foreach (var word in Yes)
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return null;
    }

    public static bool Names(string text, Currency currency) =>
        text.Equals(currency.Code, StringComparison.OrdinalIgnoreCase)
        || text == currency.Symbol
        || Currencies.Any(c =>
            c.Code == currency.Code && text.Equals(c.Sign, StringComparison.OrdinalIgnoreCase)
        );
}
