using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SellerLoyaltyPortal.Features.Audit;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>What is posted to from anywhere in the portal and has no page of its own.</summary>
internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        // A parameter from the form makes the antiforgery check obligatory.
        app.MapPost(AccountAddresses.SignOut, SignOutAsync).AllowAnonymous();
        app.MapPost(AccountAddresses.Language, ChooseLanguageAsync).AllowAnonymous();
    }

    private static async Task<RedirectHttpResult> SignOutAsync(
        HttpContext context,
        SignInManager<PortalUser> signIn,
        [FromForm] string? returnUrl
    )
    {
        // Pages are not cached; what scripts keep goes too. Cookies of language and theme are the browser's.
        context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
        await signIn.SignOutAsync();
        return TypedResults.LocalRedirect(
            returnUrl is null ? AccountAddresses.SignIn : ReturnUrl.SafeAfterSignIn(returnUrl)
        );
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> ChooseLanguageAsync(
        HttpContext context,
        LanguageCookie cookie,
        UserManager<PortalUser> users,
        AccountChanges changes,
        [FromForm] string? language,
        [FromForm] string? returnUrl
    )
    {
        if (language is null || !cookie.IsKnown(language))
            return TypedResults.BadRequest();
        if (await users.GetUserAsync(context.User) is { } user && user.Language != language)
        {
            var before = user.Language;
            user.Language = language;
            IdentityErrors.ThrowOn(
                await changes.StoreAsync(
                    user,
                    AuditAction.ProfileChanged,
                    [new AuditDetail(AuditDetail.Language, language, before)],
                    () => users.UpdateAsync(user),
                    context.RequestAborted
                )
            );
        }
        cookie.Append(context, language);
        return TypedResults.LocalRedirect(ReturnUrl.Safe(returnUrl));
    }
}
