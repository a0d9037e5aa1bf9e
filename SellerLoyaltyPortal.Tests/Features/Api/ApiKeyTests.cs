using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Api;

public sealed class ApiKeyTests : IAsyncLifetime, IDisposable
{
    private static readonly Uri Seller = new("/api/v1/seller", UriKind.Relative);

    private readonly PortalWebFactory _portal = new();
    private Seller _shop = null!;
    private SellerAccess _owner = null!;

    public async Task InitializeAsync()
    {
        _shop = await _portal.AddSellerAsync("shop");
        _owner = await _portal.AccessOfAsync(await _portal.AddMemberAsync(_shop, SellerRole.Owner), _shop);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Get_WithAKey_AnswersForTheKeysSeller()
    {
        await _portal.AddSellerAsync("other");
        var key = await _portal.MakeKeyAsync(_owner, ApiScope.StorefrontRead, ApiScope.PurchasesWrite);
        using var client = _portal.WithKey(key.Secret);

        var answer = await client.GetFromJsonAsync<JsonElement>(Seller);

        Assert.Equal("shop", answer.GetProperty("seller").GetString());
        Assert.Equal("RUB", answer.GetProperty("currency").GetString());
        Assert.Equal(
            ["purchases:write", "storefront:read"],
            answer.GetProperty("scopes").EnumerateArray().Select(s => s.GetString())
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("slp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("slp_ключключключключключключключключключключклю")]
    public async Task Get_WithoutAWorkingKey_IsRefusedAlike(string? secret)
    {
        using var client = _portal.Anonymous();
        if (secret is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + secret);

        using var answer = await client.GetAsync(Seller);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("key_missing", await CodeAsync(answer));
    }

    [Fact]
    public async Task Get_WithACookieInsteadOfAKey_IsRefused()
    {
        using var client = await _portal.SignedInAsync(
            await _portal.AddMemberAsync(_shop, SellerRole.Owner, "person")
        );

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Seller)).StatusCode);
    }

    [Fact]
    public async Task Revoke_KeyInUse_IsRefusedAtOnce()
    {
        var key = await _portal.MakeKeyAsync(_owner, ApiScope.StorefrontRead);
        using var client = _portal.WithKey(key.Secret);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Seller)).StatusCode);

        var revoke = _portal.Services.GetRequiredService<RevokeApiKey>();
        Assert.True((await revoke.RunAsync(_owner, key.Id, CancellationToken.None)).IsSuccess);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Seller)).StatusCode);
    }

    [Fact]
    public async Task Revoke_ByAnotherInstance_HoldsOnceTheKeyIsReadAgain()
    {
        var key = await _portal.MakeKeyAsync(_owner, ApiScope.StorefrontRead);
        using var client = _portal.WithKey(key.Secret);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Seller)).StatusCode);
        await using var context = _portal.Contexts.ForPlatform();
        await context
            .Set<ApiKey>()
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, FakeClock.DefaultStart));

        _portal.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Seller)).StatusCode);
    }

    [Fact]
    public async Task Create_Always_KeepsADigestAndNotTheSecret()
    {
        var key = await _portal.MakeKeyAsync(_owner, ApiScope.StorefrontRead);
        await using var context = _portal.Contexts.ForPlatform();

        var stored = await context.Set<ApiKey>().SingleAsync();

        Assert.Equal(32, stored.Digest.Length);
        Assert.NotEqual(Encoding.UTF8.GetBytes(key.Secret), stored.Digest);
        Assert.StartsWith(stored.Prefix, key.Secret, StringComparison.Ordinal);
        Assert.True(stored.Prefix.Length <= 10);
    }

    [Fact]
    public async Task Create_ByAnAnalyst_IsRefused()
    {
        var analyst = await _portal.AddMemberAsync(_shop, SellerRole.Analyst);
        var access = await _portal.AccessOfAsync(analyst, _shop);

        Assert.Equal("OnlyAnOwnerMayManageKeys", await CreateCodeAsync(access, "x", ApiScope.StorefrontRead));
    }

    [Fact]
    public async Task Create_WithoutNameOrScope_IsRefusedByName()
    {
        Assert.Equal("KeyNeedsAName", await CreateCodeAsync(_owner, "  ", ApiScope.StorefrontRead));
        Assert.Equal("KeyNeedsAScope", await CreateCodeAsync(_owner, "x"));
        Assert.Equal(
            "KeyNameIsTooLong",
            await CreateCodeAsync(_owner, new string('x', 81), ApiScope.StorefrontRead)
        );
    }

    [Fact]
    public async Task Create_BeyondTheLimit_IsRefused()
    {
        for (var i = 0; i < CreateApiKey.MaxKeys; i++)
            await _portal.MakeKeyAsync(_owner, ApiScope.StorefrontRead);

        Assert.Equal("TooManyKeys", await CreateCodeAsync(_owner, "x", ApiScope.StorefrontRead));
    }

    [Fact]
    public async Task Revoke_KeyOfAnotherSeller_IsNotThere()
    {
        var other = await _portal.AddSellerAsync("other");
        var stranger = await _portal.AccessOfAsync(
            await _portal.AddMemberAsync(other, SellerRole.Owner),
            other
        );
        var key = await _portal.MakeKeyAsync(_owner, ApiScope.StorefrontRead);

        var outcome = await _portal
            .Services.GetRequiredService<RevokeApiKey>()
            .RunAsync(stranger, key.Id, CancellationToken.None);

        Assert.Equal("NoSuchKey", outcome.Errors.Single().Code);
        var list = await _portal
            .Services.GetRequiredService<ListApiKeys>()
            .RunAsync(stranger, CancellationToken.None);
        Assert.Empty(list);
    }

    [Fact]
    public async Task Use_OfAKey_IsNoted()
    {
        var key = await _portal.MakeKeyAsync(_owner, ApiScope.StorefrontRead);
        using var client = _portal.WithKey(key.Secret);
        var list = _portal.Services.GetRequiredService<ListApiKeys>();
        Assert.Null((await list.RunAsync(_owner, CancellationToken.None)).Single().LastUsedAt);

        await client.GetAsync(Seller);

        // It is written beside the request.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await list.RunAsync(_owner, limit.Token)).Single().LastUsedAt is null)
            await Task.Yield();
        Assert.Equal(
            _portal.Clock.GetUtcNow(),
            (await list.RunAsync(_owner, CancellationToken.None)).Single().LastUsedAt
        );
    }

    private async Task<string> CreateCodeAsync(SellerAccess access, string name, params ApiScope[] scopes) =>
        (
            await _portal
                .Services.GetRequiredService<CreateApiKey>()
                .RunAsync(access, name, scopes, CancellationToken.None)
        )
            .Errors.Single()
            .Code;

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
