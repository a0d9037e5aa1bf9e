using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

public sealed class CookieTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Theory]
    [InlineData("Production", CookieSecurePolicy.Always)]
    [InlineData("Development", CookieSecurePolicy.SameAsRequest)]
    public void SignInCookie_Environment_DecidesOnlyOverSecure(string environment, CookieSecurePolicy secure)
    {
        using var factory = portal.WithWebHostBuilder(builder => builder.UseEnvironment(environment));

        var options = factory
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);

        Assert.Equal(secure, options.Cookie.SecurePolicy);
        Assert.True(options.Cookie.HttpOnly);
        Assert.Equal(SameSiteMode.Lax, options.Cookie.SameSite);
        Assert.True(options.SlidingExpiration);
        Assert.Equal(TimeSpan.FromDays(14), options.ExpireTimeSpan);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignIn_Remember_DecidesWhetherTheCookieOutlivesTheBrowser(bool remember)
    {
        var user = await portal.AddUserAsync("remember-" + remember);
        using var client = portal.Anonymous();

        using var answer = await AccountForms.SubmitAsync(
            client,
            AccountAddresses.SignIn,
            "Input.Email",
            [
                ("Input.Email", user.Email!),
                ("Input.Password", PortalWebFactory.Password),
                .. remember ? [("Input.Remember", "true")] : Array.Empty<(string, string)>(),
            ]
        );

        var cookie = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"),
            c => c.StartsWith("portal-sign-in=", StringComparison.Ordinal)
        );
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(remember, cookie.Contains("expires=", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task SignOut_Posted_EndsTheSignIn()
    {
        using var client = await portal.SignedInAsync(await portal.AddUserAsync("leaves"));

        using var answer = await AccountForms.SubmitFormAsync(
            client,
            "/account/profile",
            $"form[action='{AccountAddresses.SignOut}']"
        );
        using var profile = await client.GetAsync(new Uri("/account/profile", UriKind.Relative));

        Assert.Equal(AccountAddresses.SignIn, answer.Target());
        Assert.StartsWith(AccountAddresses.SignIn, profile.Target(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/offers", StatusCodes.Status401Unauthorized)]
    [InlineData("/apiary", StatusCodes.Status302Found)]
    public async Task Challenge_OfAnApi_IsAnsweredAndOfAPageRedirected(string path, int status)
    {
        var context = new DefaultHttpContext { RequestServices = portal.Services };
        context.Request.Path = path;
        var options = portal
            .Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);

        await options.Events.RedirectToLogin(
            new RedirectContext<CookieAuthenticationOptions>(
                context,
                new AuthenticationScheme(
                    IdentityConstants.ApplicationScheme,
                    null,
                    typeof(CookieAuthenticationHandler)
                ),
                options,
                new AuthenticationProperties(),
                AccountAddresses.SignIn
            )
        );

        Assert.Equal(status, context.Response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task SignIn_ReturnUrlOfAnotherSite_LeadsToTheStart(string returnUrl)
    {
        var user = await portal.AddUserAsync("lured-" + Guid.NewGuid().ToString("N"));
        using var client = portal.Anonymous();

        using var answer = await AccountForms.SubmitAsync(
            client,
            $"{AccountAddresses.SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}",
            "Input.Email",
            ("Input.Email", user.Email!),
            ("Input.Password", PortalWebFactory.Password)
        );

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/", answer.Target());
        Assert.Equal("localhost", new Uri(client.BaseAddress!, answer.Headers.Location!).Host);
    }
}
