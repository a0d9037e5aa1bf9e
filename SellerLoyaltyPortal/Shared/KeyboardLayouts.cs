namespace SellerLoyaltyPortal.Shared;

/// <summary>What was typed while the keyboard stood in the other language: the same keys, read as Latin or as Russian letters.</summary>
public static class KeyboardLayouts
{
    private const string RussianKeys = "йцукенгшщзхъфывапролджэячсмитьбю";
    private const string LatinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

    /// <summary>Small letters only; what is on no Russian key stays.</summary>
    public static string AsLatin(string text) => Moved(text, RussianKeys, LatinKeys);

    /// <summary>Small letters only; what is on no Latin key stays.</summary>
    public static string AsRussian(string text) => Moved(text, LatinKeys, RussianKeys);

    private static string Moved(string text, string from, string to) =>
        string.Concat(
            text.Select(c => from.IndexOf(c, StringComparison.Ordinal) is var key and >= 0 ? to[key] : c)
        );
}
