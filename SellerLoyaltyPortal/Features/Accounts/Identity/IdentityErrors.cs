using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>Identity's failures as errors of the portal, whose texts are in the reader's language.</summary>
internal static class IdentityErrors
{
    public const int ShortestPassword = 12;

    /// <exception cref="InvalidOperationException">A failure that the user can't mend.</exception>
    public static IReadOnlyList<Error> Of(IdentityResult result) =>
        [.. result.Errors.Select(ToError).DistinctBy(e => e.Code)];

    /// <exception cref="InvalidOperationException">The result is a failure.</exception>
    public static void ThrowOn(IdentityResult result)
    {
        if (!result.Succeeded)
            throw Unexpected(result.Errors.First());
    }

    private static Error ToError(IdentityError error) =>
        error.Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateEmail)
            or nameof(IdentityErrorDescriber.DuplicateUserName) => new(
                "EmailIsTaken",
                nameof(NewAccount.Email)
            ),
            nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) =>
                new("EmailIsInvalid", nameof(NewAccount.Email)),
            nameof(IdentityErrorDescriber.PasswordTooShort) => new(
                "PasswordIsTooShort",
                nameof(NewAccount.Password),
                ShortestPassword
            ),
            nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => new(
                "PasswordIsTooMonotonous",
                nameof(NewAccount.Password)
            ),
            CommonPasswords.ErrorCode => new("PasswordIsCommon", nameof(NewAccount.Password)),
            ContextWords.ErrorCode => new("PasswordIsOfContext", nameof(NewAccount.Password)),
            nameof(IdentityErrorDescriber.PasswordMismatch) => new("PasswordIsWrong", "CurrentPassword"),
            nameof(IdentityErrorDescriber.InvalidToken) => new("LinkIsNoLongerValid"),
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => new("AccountWasChangedMeanwhile"),
            _ => throw Unexpected(error),
        };

    private static InvalidOperationException Unexpected(IdentityError error) =>
        new($"Identity refused: {error.Code}.");
}
