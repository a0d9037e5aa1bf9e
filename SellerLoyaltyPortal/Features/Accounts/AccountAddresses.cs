namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Addresses of the account pages that other parts of the portal lead to or post to.</summary>
public static class AccountAddresses
{
    public const string SignIn = "/account/sign-in";

    /// <summary>POST, with an antiforgery token.</summary>
    public const string SignOut = "/account/sign-out";

    /// <summary>POST <c>language</c> and <c>returnUrl</c>, with an antiforgery token.</summary>
    public const string Language = "/account/language";

    /// <summary>Where the second step of a sign-in is taken.</summary>
    public const string Code = "/account/code";

    public const string TwoFactor = "/account/two-factor";
    public const string Sessions = "/account/sessions";
    public const string Profile = "/account/profile";
    public const string Password = "/account/password";

    /// <summary>Where a one-time link leads.</summary>
    public const string OneTimeLink = "/account/link";

    /// <summary>Where an invitation of somebody who has an account leads.</summary>
    public const string Join = "/account/join";

    public const string Passkeys = "/account/passkeys";

    /// <summary>Where the script asks what to make a passkey for.</summary>
    internal const string NewPasskey = "/account/passkeys/new";

    /// <summary>Where the script of the sign-in page asks for a challenge.</summary>
    internal const string PasskeyChallenge = "/account/passkey-challenge";

    public const string Operator = "/operator";

    /// <summary>Name of the limit on attempts to sign in.</summary>
    internal const string SignInLimit = "sign-in";

    public const string ReturnUrlParameter = "returnUrl";
}
