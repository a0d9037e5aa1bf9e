using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Api.Pages;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Api.Pages;

public sealed class ApiKeysCardTests : PortalBunitContext
{
    private readonly SqliteFile _file = new();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _file.Dispose();
    }

    [Fact]
    public async Task Owner_MakesAKey_SeesTheSecretOnceAndMayRevokeIt()
    {
        var access = await StartAsync(SellerRole.Owner);
        var card = Open(access);
        card.WaitForElement(".state-empty");

        await card.Find("button").ClickAsync();
        await card.Find("input[type=text]").ChangeAsync(new() { Value = "Storefront" });
        await card.FindAll("input[type=checkbox]")[1].ChangeAsync(new() { Value = true });
        await card.Find("form").SubmitAsync();

        var secret = card.WaitForElement(".secret input").GetAttribute("value")!;
        Assert.StartsWith("slp_", secret, StringComparison.Ordinal);
        var row = card.WaitForElement(".keys li").TextContent;
        Assert.Contains("Storefront", row, StringComparison.Ordinal);
        Assert.Contains(secret[..10], row, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, row, StringComparison.Ordinal);
        var again = Open(access);
        again.WaitForElement(".keys li");
        Assert.DoesNotContain(secret, again.Markup, StringComparison.Ordinal);

        await card.Find(".keys button").ClickAsync();
        await card.Find(".keys button.danger").ClickAsync();

        card.WaitForElement(".keys li.revoked");
        Assert.Empty(card.FindAll(".keys button"));
        Assert.Empty(card.FindAll(".secret"));
    }

    [Fact]
    public async Task Owner_KeyOfSomebodyWhoLeft_IsWarned()
    {
        var access = await StartAsync(SellerRole.Owner);
        await Services
            .GetRequiredService<CreateApiKey>()
            .RunAsync(access, "Storefront", [ApiScope.PurchasesWrite], CancellationToken.None);
        var before = Open(access);
        before.WaitForElement(".keys li");
        Assert.Empty(before.FindAll(".keys .note.warn"));
        await using (var context = _file.ForPlatform())
            await context.Set<SellerMembership>().ExecuteDeleteAsync();

        var card = Open(access);

        card.WaitForElement(".keys .note.warn");
    }

    [Fact]
    public async Task Owner_KeyWithoutAScope_IsToldWhatIsMissing()
    {
        var card = Open(await StartAsync(SellerRole.Owner));
        card.WaitForElement(".state-empty");

        await card.Find("button").ClickAsync();
        await card.Find("input[type=text]").ChangeAsync(new() { Value = "Storefront" });
        await card.Find("form").SubmitAsync();

        Assert.NotEqual("", card.WaitForElement(".note.error").TextContent);
        Assert.DoesNotContain("Error.", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyst_SeesKeys_ButMakesNone()
    {
        var card = Open(await StartAsync(SellerRole.Analyst));
        card.WaitForElement(".state-empty");

        Assert.Empty(card.FindAll("button"));
    }

    private IRenderedComponent<ApiKeysCard> Open(SellerAccess access) =>
        Render<ApiKeysCard>(parameters => parameters.Add(c => c.Access, access));

    private async Task<SellerAccess> StartAsync(SellerRole role)
    {
        var seller = ASeller.Named("shop");
        var user = AUser.Named("someone");
        await _file.AddAsync(seller);
        await _file.AddAsync(user);
        await _file.AddAsync(user.MemberOf(seller, role));
        Services.AddSingleton(_file.Contexts);
        Services.AddSingleton<SellerDirectory>();
        Services.AddApiKeys();
        return AnAccess.To(seller, role, user.Id);
    }
}
