namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Where to go after signing in or choosing a language: an address of this portal, or the start.</summary>
public static class ReturnUrl
{
    public const string Start = "/";

    /// <summary>
    /// The address if it is a path of this portal, otherwise <see cref="Start"/>: browsers read <c>//host</c>
    /// and <c>/\host</c> as another site and drop tabs and line ends inside an address.
    /// </summary>
    public static string Safe(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(c => char.IsControl(c) || c == '\\')
            ? url
            : Start;

    /// <summary>The same for after signing in: never the sign-in page again, nor what is only posted to.</summary>
    public static string SafeAfterSignIn(string? url)
    {
        var safe = Safe(url);
        return safe.StartsWith("/account/sign-", StringComparison.OrdinalIgnoreCase) ? Start : safe;
    }
}
