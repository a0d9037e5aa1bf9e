using System.Net;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Operations.Start;
using SellerLoyaltyPortal.Tests.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Frame;

/// <summary>What the portal does as a server on the internet.</summary>
public sealed class WebSafetyTests : IDisposable
{
    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Hsts_OutsideDevelopment_IsSaidForAYear()
    {
        using var production = _portal.WithWebHostBuilder(b => b.UseEnvironment("Production"));
        using var client = production.CreateClient(
            new WebApplicationFactoryClientOptions { BaseAddress = new("https://portal.example") }
        );

        using var answer = await client.GetAsync(new Uri(AccountAddresses.SignIn, UriKind.Relative));

        Assert.Equal(
            "max-age=31536000; includeSubDomains",
            Assert.Single(answer.Headers.GetValues("Strict-Transport-Security"))
        );
        Assert.All(
            answer.Headers.GetValues("Set-Cookie"),
            cookie =>
            {
                Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("samesite", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    [Theory]
    [InlineData("Production", "https", "__Host-portal-language")]
    [InlineData("Development", "http", ".AspNetCore.Culture")]
    public async Task Language_OutsideDevelopment_IsKeptUnderANameThatNoOtherHostMayWrite(
        string environment,
        string scheme,
        string name
    )
    {
        using var portal = _portal.WithWebHostBuilder(b => b.UseEnvironment(environment));
        using var client = portal.CreateClient(
            new() { BaseAddress = new($"{scheme}://portal.example"), AllowAutoRedirect = false }
        );

        using var chosen = await AccountForms.SubmitAsync(
            client,
            AccountAddresses.SignIn,
            "language",
            ("language", "en")
        );
        var page = await client.TextAsync(AccountAddresses.SignIn);

        Assert.StartsWith(
            name + "=",
            Assert.Single(chosen.Headers.GetValues("Set-Cookie")),
            StringComparison.Ordinal
        );
        Assert.Contains("lang=\"en\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https", "__Host-theme=dark", "dark")]
    [InlineData("https", "theme=dark", "system")]
    [InlineData("http", "theme=dark", "dark")]
    public async Task Theme_CookieOfAnotherHost_IsNotBelieved(string scheme, string cookie, string shown)
    {
        using var portal = _portal.WithWebHostBuilder(_ => { });
        using var client = portal.CreateClient(
            new() { BaseAddress = new($"{scheme}://portal.example"), HandleCookies = false }
        );
        client.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Contains(
            $"data-theme=\"{shown}\"",
            await client.TextAsync(AccountAddresses.SignIn),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("10.9.9.9", "203.0.113.7")]
    [InlineData("10.1.2.3", "203.0.113.7")]
    [InlineData("10.9.9.8", "10.9.9.8")]
    public async Task ForwardedAddress_FromAConfiguredProxyOnly_IsTaken(string proxy, string taken)
    {
        using var behind = _portal.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("WebOptions:TrustedProxies:0", "10.9.9.9");
            builder.UseSetting("WebOptions:TrustedProxies:1", "10.1.0.0/16");
            builder.ConfigureTestServices(s =>
                s.AddSingleton<IStartupFilter>(new ComesFrom(IPAddress.Parse(proxy)))
            );
        });
        using var client = behind.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        (await SignInForm.SubmitAsync(client, "nobody@example.test", "wrong password")).Dispose();

        await using var context = _portal.Contexts.ForPlatform();
        var entry = await context.Set<AuditEntry>().SingleAsync();
        Assert.Equal((AuditAction.SignInFailed, taken), (entry.Action, entry.Address));
    }

    [Fact]
    public async Task Proxy_Misspelt_StopsTheStartAndSaysWhatToGive()
    {
        var (code, _, errors) = await PortalProcess.RunAsync(
            _portal.DataFolder,
            "",
            "--urls",
            "http://127.0.0.1:0",
            "--WebOptions:TrustedProxies:0=nginx"
        );

        Assert.Equal(StartRefusals.ExitCode, code);
        Assert.Contains("give an address", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restart_Portal_SignsNobodyOut()
    {
        var user = await _portal.AddUserAsync("stays");
        using var before = await _portal.SignedInAsync(user);
        using var page = await before.GetAsync(new Uri("/account/profile", UriKind.Relative));
        var cookie = page.RequestMessage!.Headers.GetValues("Cookie").Single();

        using var restarted = _portal.WithWebHostBuilder(_ => { });
        using var client = restarted.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        using var after = await client.GetAsync(new Uri("/account/profile", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task SignIn_TooManyFromOneAddress_IsRefused()
    {
        using var strict = _portal.WithWebHostBuilder(b =>
            b.UseSetting("AccountsOptions:SignInsPerAddress", "3")
        );
        using var client = strict.CreateClient(new() { AllowAutoRedirect = false });
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var let = await SignInForm.SubmitAsync(client, $"p{attempt}@example.test", "some password");
            Assert.Equal(HttpStatusCode.OK, let.StatusCode);
        }

        using var refused = await SignInForm.SubmitAsync(client, "p9@example.test", "some password");
        using var looking = await client.GetAsync(new Uri(AccountAddresses.SignIn, UriKind.Relative));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains(
            "Слишком много попыток",
            await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, looking.StatusCode);
    }

    [Fact]
    public void Circuits_Limits_AreThoseOfTheOptions()
    {
        using var set = _portal.WithWebHostBuilder(b =>
        {
            b.UseSetting("WebOptions:DisconnectedCircuits", "17");
            b.UseSetting("WebOptions:DisconnectedMinutes", "5");
            b.UseSetting("WebOptions:ScriptSeconds", "11");
        });

        var circuits = set.Services.GetRequiredService<IOptions<CircuitOptions>>().Value;

        Assert.Equal(17, circuits.DisconnectedCircuitMaxRetained);
        Assert.Equal(TimeSpan.FromMinutes(5), circuits.DisconnectedCircuitRetentionPeriod);
        Assert.Equal(TimeSpan.FromSeconds(11), circuits.JSInteropDefaultCallTimeout);
        Assert.False(circuits.DetailedErrors);
        Assert.Equal(
            32 * 1024,
            set.Services.GetRequiredService<IOptions<HubOptions>>().Value.MaximumReceiveMessageSize
        );
    }
}
