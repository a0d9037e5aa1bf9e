using System.Net;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Tests.Support;

public sealed class PortalWebFactoryTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Fact]
    public async Task Anonymous_UnknownAddress_GetsThePortalsNotFoundPage()
    {
        using var client = portal.Anonymous();

        using var answer = await client.GetAsync(new Uri("/there/is/nothing", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AccessOf_MemberOfTwoSellersOne_IsOfThatSellerOnly()
    {
        var seller = await portal.AddSellerAsync("factory-one");
        var other = await portal.AddSellerAsync("factory-two");
        var owner = await portal.AddMemberAsync(seller, SellerRole.Owner);

        var access = await portal.AccessOfAsync(owner, seller);

        Assert.True(access.IsOwner);
        Assert.Equal(seller.Id, access.SellerId);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.AccessOfAsync(owner, other));
    }
}
