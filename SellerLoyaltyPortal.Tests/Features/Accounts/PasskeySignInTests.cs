using System.Net;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

public sealed class PasskeySignInTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Fact]
    public async Task SignIn_KnownPasskey_OpensTheDoorAndSaysHowInTheLog()
    {
        var user = await portal.AddUserAsync("passkey-known");
        using var passkey = await SoftwarePasskey.AddAsync(portal, user);
        using var client = portal.Anonymous();

        using var answer = await passkey.SignInAsync(client);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.Target());
        var entry = Assert.Single(await EntriesAsync(user));
        Assert.Equal(AuditAction.SignedIn, entry.Action);
        Assert.Contains("hwk", entry.DetailsJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_PasskeyOfSomebodyLockedOut_IsRefusedAndInTheLog()
    {
        var user = await portal.AddUserAsync("passkey-locked");
        using var passkey = await SoftwarePasskey.AddAsync(portal, user);
        using var client = portal.Anonymous();
        for (var attempt = 0; attempt < 5; attempt++)
            (await SignInForm.SubmitAsync(client, user.Email!, "wrong password")).Dispose();
        var before = await LockOutsAsync(user);

        using var answer = await passkey.SignInAsync(client);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            "Вход с этой почтой закрыт",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(before + 1, await LockOutsAsync(user));
        Assert.DoesNotContain(await EntriesAsync(user), e => e.Action == AuditAction.SignedIn);
    }

    [Fact]
    public async Task SignIn_CopyThatTellsFewerUses_IsRefused()
    {
        var user = await portal.AddUserAsync("passkey-copied");
        using var passkey = await SoftwarePasskey.AddAsync(portal, user);
        using var client = portal.Anonymous();
        passkey.Uses = 10;
        using var right = await passkey.SignInAsync(client);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);

        passkey.Uses = 5;
        using var elsewhere = portal.Anonymous();
        using var copied = await passkey.SignInAsync(elsewhere);

        Assert.Equal(HttpStatusCode.OK, copied.StatusCode);
        Assert.Single(await EntriesAsync(user), e => e.Action == AuditAction.SignedIn);
    }

    private async Task<int> LockOutsAsync(PortalUser user) =>
        (await EntriesAsync(user)).Count(e => e.Action == AuditAction.SignInLockedOut);

    private async Task<List<AuditEntry>> EntriesAsync(PortalUser user)
    {
        await using var context = portal.Contexts.ForPlatform();
        return await context.Set<AuditEntry>().Where(e => e.ActorId == user.Id).ToListAsync();
    }
}
