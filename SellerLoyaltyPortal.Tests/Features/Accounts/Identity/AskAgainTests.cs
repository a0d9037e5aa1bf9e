using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Identity;

/// <summary>An open browser is no place to guess its person's password at.</summary>
public sealed class AskAgainTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private const string Page = "/account/password";
    private const string New = "quiet river lantern";

    [Fact]
    public async Task ChangePassword_FiveWrongOnes_LockTheAccountAndTheRightOneNoLongerHelps()
    {
        var user = await portal.AddUserAsync("guessed-at");
        using var client = await portal.SignedInAsync(user);
        for (var attempt = 0; attempt < 5; attempt++)
            (await ChangeAsync(client, "wrong password")).Dispose();

        using var right = await ChangeAsync(client, PortalWebFactory.Password);

        Assert.Contains("закрыт", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var context = portal.Contexts.ForPlatform();
        var entries = await context.Set<AuditEntry>().Where(e => e.ActorId == user.Id).ToListAsync();
        Assert.Equal(4, entries.Count(e => e.Action == AuditAction.PasswordAskedAgainFailed));
        Assert.DoesNotContain(entries, e => e.Action == AuditAction.PasswordChanged);
    }

    [Fact]
    public async Task ChangePassword_RightOne_IsStoredWithItsEntry()
    {
        var user = await portal.AddUserAsync("changes");
        using var client = await portal.SignedInAsync(user);

        using var changed = await ChangeAsync(client, PortalWebFactory.Password);

        Assert.Equal("/account/profile?saved=password", changed.Target());
        using var again = await portal.SignedInAsync(user, New);
        await using var context = portal.Contexts.ForPlatform();
        Assert.Equal(
            1,
            await context
                .Set<AuditEntry>()
                .CountAsync(e => e.ActorId == user.Id && e.Action == AuditAction.PasswordChanged)
        );
    }

    [Fact]
    public async Task ChangePassword_MuchTooLongAGuess_IsRefusedWithoutHashingIt()
    {
        using var client = await portal.SignedInAsync(await portal.AddUserAsync("long-guess"));

        using var refused = await ChangeAsync(client, new string('x', 100_000));

        Assert.Contains(
            "Текущий пароль неверен",
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string current) =>
        AccountForms.SubmitAsync(
            client,
            Page,
            "Input.Current",
            ("Input.Current", current),
            ("Input.Password", New),
            ("Input.Repeat", New)
        );
}
