using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

public sealed class LanguageTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private const string Russian = "Не выходить на этом устройстве";
    private const string English = "Stay signed in on this device";

    [Fact]
    public async Task Language_VisitorChoosesEnglish_PageSpeaksItAndStays()
    {
        using var client = portal.Anonymous();
        Assert.Contains(Russian, await client.TextAsync("/account/sign-in"), StringComparison.Ordinal);

        using var chosen = await AccountForms.SubmitAsync(
            client,
            "/account/sign-in?returnUrl=%2Foperator",
            "language",
            ("language", "en")
        );

        Assert.Equal("/account/sign-in?returnUrl=%2Foperator", chosen.Target());
        Assert.Contains(English, await client.TextAsync("/account/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_ReturnUrlOfAnotherSite_IsNotFollowed()
    {
        using var client = portal.Anonymous();

        using var chosen = await AccountForms.SubmitAsync(
            client,
            "/account/sign-in",
            "language",
            ("language", "en"),
            ("returnUrl", "//evil.example")
        );

        Assert.Equal("/", chosen.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("")]
    [InlineData("ru; path=/")]
    public async Task Language_Unknown_IsRefused(string language)
    {
        using var client = portal.Anonymous();

        using var answer = await AccountForms.SubmitAsync(
            client,
            "/account/sign-in",
            "language",
            ("language", language)
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(Russian, await client.TextAsync("/account/sign-in"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/language")]
    [InlineData("/account/sign-out")]
    public async Task Post_WithoutAntiforgeryToken_IsRefused(string address)
    {
        var user = await portal.AddUserAsync("forged-" + address.Split('-', '/')[^1]);
        using var client = await portal.SignedInAsync(user);
        using var content = new FormUrlEncodedContent([new("language", "en")]);

        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var stillIn = await client.GetAsync(new Uri("/account/profile", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, stillIn.StatusCode);
    }

    [Fact]
    public async Task Language_OfThePerson_IsKeptAndComesBackAtSignIn()
    {
        var user = await portal.AddUserAsync("english");
        using (var client = await portal.SignedInAsync(user))
        {
            using var saved = await AccountForms.SubmitAsync(
                client,
                "/account/profile",
                "Input.Language",
                ("Input.DisplayName", "Ada"),
                ("Input.Language", "en")
            );
            Assert.Equal("/account/profile?saved=profile", saved.Target());
        }

        using var elsewhere = await portal.SignedInAsync(user);

        Assert.Contains(
            "Your profile",
            await elsewhere.TextAsync("/account/profile"),
            StringComparison.Ordinal
        );
        await using var scope = portal.Services.CreateAsyncScope();
        var stored = await scope
            .ServiceProvider.GetRequiredService<UserManager<PortalUser>>()
            .FindByIdAsync(user.Id.ToString());
        Assert.Equal(("en", "Ada"), (stored!.Language, stored.DisplayName));
    }
}
