using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace SellerLoyaltyPortal.Features.Accounts.Passkeys;

/// <summary>
/// What the browser's script asks for before it turns to the authenticator. By POST with the form's token: each
/// answer leaves a challenge in a cookie.
/// </summary>
internal static class PasskeyEndpoints
{
    private const string Json = "application/json; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(AccountAddresses.PasskeyChallenge, ChallengeAsync)
            .AllowAnonymous()
            .RequireRateLimiting(AccountAddresses.SignInLimit);
        app.MapPost(AccountAddresses.NewPasskey, NewAsync).RequireAuthorization(Policies.SignedIn);
    }

    // A parameter from the form makes the antiforgery check obligatory.
    private static async Task<ContentHttpResult> ChallengeAsync(
        PasskeySignIn passkeys,
        [FromForm] string? _
    ) => TypedResults.Text(await passkeys.OptionsAsync(), Json);

    private static async Task<Results<ContentHttpResult, NotFound>> NewAsync(
        HttpContext context,
        UserManager<PortalUser> users,
        PasskeySettings passkeys,
        [FromForm] string? _
    ) =>
        await users.GetUserAsync(context.User) is { } user
            ? TypedResults.Text(await passkeys.OptionsAsync(user), Json)
            : TypedResults.NotFound();
}
