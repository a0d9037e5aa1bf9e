using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Operations.Keys;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Operations.Keys;

public sealed class RotateKeysTests : IDisposable
{
    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Run_ASecretUnderTheKeyBefore_StaysTheSameSecret()
    {
        var seller = await _portal.AddSellerAsync("shop");
        var before = await HashAsync(_portal.Services, seller);
        var stored = await StoredAsync(seller);

        var (values, rotated) = await RotateAsync(revoke: false);

        Assert.Equal(1, values);
        Assert.NotEqual(stored, await StoredAsync(seller));
        Assert.Equal(before, await HashAsync(rotated, seller));
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.Redirect)]
    public async Task Run_SomebodySignedIn_StaysSoUnlessKeysAreRevoked(bool revoke, HttpStatusCode after)
    {
        var seller = await _portal.AddSellerAsync("shop");
        var owner = await _portal.AddMemberAsync(seller, SellerRole.Owner);
        var before = await HashAsync(_portal.Services, seller);
        using var client = _portal.Anonymous();
        using var signedIn = await SignInForm.SubmitAsync(client, owner.Email!, PortalWebFactory.Password);
        var cookies = signedIn.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).ToList();

        var (_, rotated) = await RotateAsync(revoke);

        Assert.Equal(before, await HashAsync(rotated, seller));
        Assert.Equal(after, await ReadPageAsync(cookies));
    }

    // As the command has them: services that were never started, so that no key was in use before.
    private async Task<(int Values, IServiceProvider After)> RotateAsync(bool revoke)
    {
        await using var services = SqliteFile.Services(_portal.DataFolder);
        var secrets = new BuyerSecrets(
            services.GetRequiredService<SellerDbContextFactory>(),
            services.GetRequiredService<IDataProtectionProvider>(),
            TimeProvider.System
        );
        var values = await new RotateKeys(
            services.GetRequiredService<IKeyManager>(),
            [secrets],
            TimeProvider.System
        ).RunAsync(revoke, default);
        return (values, _portal.WithWebHostBuilder(_ => { }).Services);
    }

    private async Task<HttpStatusCode> ReadPageAsync(List<string> cookies)
    {
        await using var started = _portal.WithWebHostBuilder(_ => { });
        using var client = started.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sellers/shop/data");
        request.Headers.Add("Cookie", string.Join("; ", cookies));
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<string> HashAsync(IServiceProvider services, Seller seller) =>
        (await services.GetRequiredService<BuyerSecrets>().HashAsync(seller.Id, default)).Of("buyer-1");

    private async Task<string> StoredAsync(Seller seller)
    {
        await using var context = _portal.Contexts.ForSeller(seller.Id);
        return (await context.Set<BuyerSecret>().SingleAsync()).ProtectedKey;
    }
}
