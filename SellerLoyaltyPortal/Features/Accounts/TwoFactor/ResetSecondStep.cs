using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.TwoFactor;

/// <summary>
/// Takes the second step from somebody who lost the app and the recovery codes: for whoever has the machine, as no
/// one else can tell whether it is them. The password stays, every sign-in ends, and whoever must have a second step
/// sets up a new one at the next.
/// </summary>
internal sealed class ResetSecondStep(
    UserManager<PortalUser> users,
    IUserStore<PortalUser> store,
    AccountChanges changes,
    SignInSessions sessions
)
{
    public async Task<Result<PortalUser>> RunAsync(string email, CancellationToken cancellation)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        if (user is null)
            return new Error("NobodyHasThisEmail");
        if (!user.TwoFactorEnabled)
            return new Error("SecondStepIsNotOn");
        IdentityErrors.ThrowOn(
            await changes.StoreAsync(
                user,
                AuditAction.TwoFactorReset,
                [],
                () => ForgetAsync(user, cancellation),
                cancellation,
                AuditActor.Machine
            )
        );
        await sessions.EndAllAsync(user.Id, cancellation, AuditActor.Machine);
        return user;
    }

    private async Task<IdentityResult> ForgetAsync(PortalUser user, CancellationToken cancellation)
    {
        IdentityErrors.ThrowOn(await users.SetTwoFactorEnabledAsync(user, false));
        // None of the codes that were written down opens anything with the next app.
        await ((IUserTwoFactorRecoveryCodeStore<PortalUser>)store).ReplaceCodesAsync(user, [], cancellation);
        return await users.ResetAuthenticatorKeyAsync(user);
    }
}
