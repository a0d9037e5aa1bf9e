namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>Which Latin keys somebody presses who types Russian: a password may be a word of the other alphabet.</summary>
internal static class RussianKeyboard
{
    private const string Russian = "йцукенгшщзхъфывапролджэячсмитьбю";
    private const string Latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";

    /// <param name="text">In lower case; what is on no such key stays.</param>
    public static string OnLatinKeys(string text) =>
        string.Concat(
            text.Select(c =>
                Russian.IndexOf(c, StringComparison.Ordinal) is var key and >= 0 ? Latin[key] : c
            )
        );
}
