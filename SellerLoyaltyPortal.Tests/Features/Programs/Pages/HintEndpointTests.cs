using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Features.Programs.Api;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class HintEndpointTests : IAsyncLifetime, IDisposable
{
    private readonly PortalWebFactory _portal = new();
    private StorefrontDesk _shop = null!;
    private HttpClient _anybody = null!;

    public async Task InitializeAsync()
    {
        _shop = await StorefrontDesk.OpenAsync(_portal);
        _anybody = _portal.Anonymous();
        await _shop.LaunchAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _anybody.Dispose();
        _shop.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task Hint_WithAToken_ShowsTheBuyersWayInTheLanguageAsked()
    {
        await _shop.BuyAsync("b", 4_100);
        var address = await AddressAsync("b");

        var russian = await PageAsync(address);
        var english = await PageAsync(address + "&lang=en");

        Assert.Contains("До скидки 10 % осталось 900 ₽", russian, StringComparison.Ordinal);
        Assert.Contains("Выкуплено 4 100 ₽ из 5 000 ₽ за 365 дней", russian, StringComparison.Ordinal);
        Assert.Contains("value=\"0.82\"", russian, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ru\"", russian, StringComparison.Ordinal);
        Assert.Contains("900 ₽ left to a discount of 10%", english, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hint_BuyerWhoQualifies_SaysSoAndNothingMore()
    {
        await _shop.BuyAsync("b", 7_777);

        var page = await PageAsync(await AddressAsync("b"));

        Assert.Contains("Вам доступна скидка 10 %", page, StringComparison.Ordinal);
        Assert.Contains("value=\"1\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("7 777", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hint_WithoutAGoodToken_IsTheSameEmptyPage()
    {
        using var other = await StorefrontDesk.OpenAsync(_portal, "other");
        var address = await AddressAsync("b");
        var theirs = (await other.PostAsync("buyers/b/hint-token", new { })).Answer;
        var expired = await AddressAsync("b", minutes: 1);
        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var token = address[(address.IndexOf('=', StringComparison.Ordinal) + 1)..];

        var empty = await PageAsync("/storefront/shop/hint");

        Assert.DoesNotContain("loyalty-hint\"", empty, StringComparison.Ordinal);
        string[] bad =
        [
            "/storefront/shop/hint?token=",
            "/storefront/shop/hint?token=nonsense",
            $"/storefront/shop/hint?token={token[..^1]}{(token[^1] == 'A' ? 'B' : 'A')}",
            $"/storefront/shop/hint?token={new string('A', 10_000)}",
            $"/storefront/other/hint?token={token}",
            $"/storefront/nobody/hint?token={token}",
            expired,
            // A good one of a seller that offers nothing.
            theirs.GetProperty("address").GetString()!,
        ];
        foreach (var wrong in bad)
            Assert.Equal(empty, await PageAsync(wrong));
        Assert.NotEqual(empty, await PageAsync(address));
    }

    [Fact]
    public async Task Hint_MayBeFramedByAnybodyAndLoadsNothingButItsStyle()
    {
        using var answer = await _anybody.GetAsync(new Uri(await AddressAsync("b"), UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var style = await _anybody.GetAsync(new Uri("/hint.css", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    [Fact]
    public async Task Token_SaysNothingOfTheBuyer_AndOutlivesNoOtherTime()
    {
        var (status, answer) = await _shop.PostAsync("buyers/buyer-0042/hint-token?minutes=30", new { });

        Assert.Equal(200, status);
        Assert.DoesNotContain(
            "buyer-0042",
            answer.GetProperty("address").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            _portal.Clock.GetUtcNow().AddMinutes(30),
            answer.GetProperty("expiresAt").GetDateTimeOffset()
        );
        foreach (var minutes in (int[])[0, -1, 1_441])
            Assert.Equal(
                422,
                (await _shop.PostAsync($"buyers/b/hint-token?minutes={minutes}", new { })).Status
            );
    }

    [Fact]
    public async Task Token_KeyRevoked_OpensNothingAnyMore()
    {
        var key = await _portal.MakeKeyAsync(_shop.Owner, ApiScope.StorefrontRead);
        using var machine = _portal.WithKey(key.Secret);
        using var answer = await machine.PostAsync(
            new Uri("/api/v1/buyers/b/hint-token", UriKind.Relative),
            null
        );
        var address = (await answer.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("address")
            .GetString()!;
        var others = await AddressAsync("b");
        var empty = await PageAsync("/storefront/shop/hint");
        Assert.NotEqual(empty, await PageAsync(address));

        var revoked = await _portal
            .Services.GetRequiredService<RevokeApiKey>()
            .RunAsync(_shop.Owner, key.Id, CancellationToken.None);

        Assert.True(revoked.IsSuccess);
        Assert.Equal(empty, await PageAsync(address));
        // Tokens of the seller's other keys go on.
        Assert.NotEqual(empty, await PageAsync(others));
    }

    private async Task<string> AddressAsync(string buyer, int minutes = 60)
    {
        JsonElement answer = (
            await _shop.PostAsync($"buyers/{buyer}/hint-token?minutes={minutes}", new { })
        ).Answer;
        return answer.GetProperty("address").GetString()!;
    }

    private async Task<string> PageAsync(string address)
    {
        using var answer = await _anybody.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility
            .HtmlDecode(await answer.Content.ReadAsStringAsync())
            .Replace('\u00A0', ' ')
            .Replace('\u202F', ' ');
    }
}
