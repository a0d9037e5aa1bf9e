using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

public sealed class PasskeySettingsTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
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
