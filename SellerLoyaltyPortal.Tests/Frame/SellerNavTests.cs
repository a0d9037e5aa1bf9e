using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Components;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Frame;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Frame;

public sealed class SellerNavTests : PortalBunitContext
{
    private readonly SellerAccess _access = AnAccess.To(
        ASeller.Named("shop"),
        SellerRole.Owner,
        Guid.CreateVersion7()
    );

    public SellerNavTests()
    {
        foreach (var page in new[] { "overview", "programs", "buyers", "ltv", "data", "members" })
            Services.AddSingleton(
                new NavItem(page, typeof(PortalText), "PortalName", "home", 10, OwnersOnly: page == "members")
                {
                    Keeps = page == "ltv" ? ["segment"] : [],
                }
            );
    }

    [Fact]
    public void Links_OnALaterDate_KeepTheDate()
    {
        var nav = Open("/sellers/shop/programs/7?asOf=2026-05-01&threshold=900");

        Assert.Equal("/sellers/shop/buyers?asOf=2026-05-01", Rail(nav)[2].GetAttribute("href"));
        Assert.Equal("page", Rail(nav)[1].GetAttribute("aria-current"));
        Assert.Single(Rail(nav), l => l.HasAttribute("aria-current"));
    }

    [Fact]
    public void Links_WithAFilter_KeepItWhereTheNextPageKnowsIt()
    {
        var nav = Open("/sellers/shop/buyers?segment=Lost&page=7&asOf=2026-05-01");

        Assert.Equal("/sellers/shop/ltv?asOf=2026-05-01&segment=Lost", Rail(nav)[3].GetAttribute("href"));
        Assert.Equal("/sellers/shop/data?asOf=2026-05-01", Rail(nav)[4].GetAttribute("href"));
    }

    [Theory]
    [InlineData("/sellers/shop/overview")]
    [InlineData("/sellers/shop/overview?asOf=yesterday")]
    public void Links_WithoutAReadableDate_CarryNone(string address) =>
        Assert.Equal("/sellers/shop/buyers", Rail(Open(address))[2].GetAttribute("href"));

    [Fact]
    public void Links_AfterANavigation_FollowIt()
    {
        var nav = Open("/sellers/shop/overview");

        Services.GetRequiredService<NavigationManager>().NavigateTo("/sellers/shop/data");

        nav.WaitForAssertion(() => Assert.Equal("page", Rail(nav)[4].GetAttribute("aria-current")));
    }

    [Fact]
    public void Bar_OnAPhone_HoldsFourPagesAndTheRestBehindMore()
    {
        var nav = Open("/sellers/shop/overview");

        Assert.Equal(4, nav.FindAll(".bottom-bar > a").Count);
        // Two pages and the help.
        Assert.Equal(3, nav.FindAll(".bottom-bar-more > a").Count);
    }

    [Fact]
    public void Links_ForAnAnalyst_AreWithoutOwnersPages()
    {
        var nav = Open("/sellers/shop/overview", _access with { Role = SellerRole.Analyst });

        Assert.Equal(5, Rail(nav).Count);
    }

    [Fact]
    public async Task Palette_TypedLetters_FindPagesAndABuyer()
    {
        var palette = Render<CommandPalette>(parameters =>
            parameters.Add(p => p.Access, _access).Add(p => p.Sellers, [_access])
        );

        await palette.Find("button").ClickAsync();
        // Six pages and the help.
        Assert.Equal(7, palette.FindAll("[role=option]").Count);
        await palette.Find("input").InputAsync(new ChangeEventArgs { Value = "no-such-page" });
        await palette.Find(".palette").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.EndsWith(
            "/sellers/shop/buyers/no-such-page",
            Services.GetRequiredService<NavigationManager>().Uri,
            StringComparison.Ordinal
        );
        Assert.Empty(palette.FindAll("[role=option]"));
    }

    private static List<AngleSharp.Dom.IElement> Rail(IRenderedComponent<SellerNav> nav) =>
        [.. nav.FindAll(".rail-nav a")];

    private IRenderedComponent<SellerNav> Open(string address, SellerAccess? access = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<SellerNav>(parameters => parameters.Add(n => n.Access, access ?? _access));
    }
}
