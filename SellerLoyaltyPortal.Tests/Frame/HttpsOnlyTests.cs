using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Frame;

/// <summary>A portal as in production that is reached without HTTPS.</summary>
public sealed class HttpsOnlyTests : IDisposable
{
    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Theory]
    [InlineData("/", null, "Порталу нужен HTTPS")]
    [InlineData(AccountAddresses.SignIn, null, "Порталу нужен HTTPS")]
    [InlineData("/error", "?culture=en", "This portal needs HTTPS")]
    [InlineData("/nowhere", "?culture=en", "This portal needs HTTPS")]
    public async Task Page_OverHttp_SaysWhatToSet(string address, string? query, string title)
    {
        using var production = Production(_portal);
        using var client = Client(production);

        using var answer = await client.GetAsync(new Uri(address + query, UriKind.Relative));

        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(title, html, StringComparison.Ordinal);
        Assert.Contains("WebOptions__TrustedProxies", html, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/", html, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Form_OverHttp_IsRefusedBeforeItIsRead()
    {
        using var production = Production(_portal);
        using var client = Client(production);
        using var form = new FormUrlEncodedContent([new("Input.Password", "a password")]);

        using var answer = await client.PostAsync(new Uri(AccountAddresses.SignIn, UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Page_PortalListensOnHttpsToo_LeadsThere()
    {
        using var production = Production(_portal);
        using var client = Client(production);
        production
            .Services.GetRequiredService<IServer>()
            .Features.Set<IServerAddressesFeature>(new Listens("http://[::]:80", "https://[::]:8443"));

        using var answer = await client.GetAsync(new Uri("/account/sign-in?x=1", UriKind.Relative));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal(new Uri("https://portal.example:8443/account/sign-in?x=1"), answer.Headers.Location);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task Health_OverHttpFromThisMachine_Answers(string from)
    {
        using var production = Production(_portal, from);
        using var client = Client(production);

        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
        using var metrics = await client.GetAsync(new Uri("/metrics", UriKind.Relative));
        using var api = await client.GetAsync(new Uri("/api/v1/seller", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        // Without its token; not refused for its way.
        Assert.Equal(HttpStatusCode.NotFound, metrics.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    [Fact]
    public async Task Machines_OverHttpFromElsewhere_AreRefusedInTheirOwnForm()
    {
        using var production = Production(_portal, "203.0.113.5");
        using var client = Client(production);

        using var metrics = await client.GetAsync(new Uri("/metrics", UriKind.Relative));
        using var api = await client.GetAsync(new Uri("/api/v1/seller", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, metrics.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
        var body = await api.Content.ReadFromJsonAsync<Dictionary<string, string?>>();
        Assert.Equal("https_required", body!["code"]);
    }

    [Fact]
    public async Task Page_NamedProxySaysHttps_Works()
    {
        using var production = Production(_portal, "127.0.0.1")
            .WithWebHostBuilder(b => b.UseSetting("WebOptions:TrustedProxies:0", "127.0.0.1"));
        using var client = Client(production);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await client.GetAsync(new Uri(AccountAddresses.SignIn, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static WebApplicationFactory<Program> Production(PortalWebFactory portal, string? from = null) =>
        portal.WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Production");
            if (from is not null)
                builder.ConfigureTestServices(s =>
                    s.AddSingleton<IStartupFilter>(new ComesFrom(IPAddress.Parse(from)))
                );
        });

    private static HttpClient Client(WebApplicationFactory<Program> portal) =>
        portal.CreateClient(new() { BaseAddress = new("http://portal.example"), AllowAutoRedirect = false });

    private sealed class Listens(params string[] addresses) : IServerAddressesFeature
    {
        public ICollection<string> Addresses { get; } = addresses;

        public bool PreferHostingUrls { get; set; }
    }
}
