using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

public sealed class PasskeySettingsTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Theory]
    [InlineData("wrong password", true)]
    [InlineData(PortalWebFactory.Password, false)]
    public async Task Remove_Password_DecidesWhetherThePasskeyStays(string password, bool stays)
    {
        var user = await portal.AddUserAsync(stays ? "keeps-passkey" : "removes-passkey");
        await using (var scope = portal.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
            await users.AddOrUpdatePasskeyAsync(
                (await users.FindByIdAsync(user.Id.ToString()))!,
                new UserPasskeyInfo(
                    user.Id.ToByteArray(),
                    [2],
                    portal.Clock.GetUtcNow(),
                    0,
                    null,
                    true,
                    false,
                    false,
                    [3],
                    [4]
                )
                {
                    Name = "lost phone",
                }
            );
        }
        using var client = await portal.SignedInAsync(user);

        using var answer = await AccountForms.SubmitAsync(
            client,
            "/account/passkeys",
            "Removal.Password",
            ("Removal.Id", WebEncoders.Base64UrlEncode(user.Id.ToByteArray())),
            ("Removal.Password", password)
        );

        var page = await client.TextAsync("/account/passkeys");
        Assert.Equal(stays, page.Contains("lost phone", StringComparison.Ordinal));
        await using var context = portal.Contexts.ForPlatform();
        Assert.Equal(
            stays ? AuditAction.PasswordAskedAgainFailed : AuditAction.PasskeyRemoved,
            (
                await context
                    .Set<AuditEntry>()
                    .Where(e => e.ActorId == user.Id)
                    .OrderByDescending(e => e.Id)
                    .FirstAsync()
            ).Action
        );
    }

    [Fact]
    public async Task Add_WithAWrongPasswordAgainAndAgain_IsLockedOutAndInTheLog()
    {
        using var client = await portal.SignedInAsync(await portal.AddUserAsync("guesses"));
        var said = "";
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var answer = await AccountForms.SubmitAsync(
                client,
                "/account/passkeys",
                "Input.Password",
                ("Input.Name", "laptop"),
                ("Input.Password", "wrong password"),
                ("Input.Credential", "{}")
            );
            said = await answer.Content.ReadAsStringAsync();
        }

        Assert.Contains("Вход с этой почтой закрыт", said, StringComparison.Ordinal);
        await using var context = portal.Contexts.ForPlatform();
        Assert.Equal(
            1,
            await context.Set<AuditEntry>().CountAsync(e => e.Action == AuditAction.SignInLockedOut)
        );
    }
}
