using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Components;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
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
        // Six pages, the help and one's own profile.
        Assert.Equal(8, palette.FindAll("[role=option]").Count);
        await palette.Find("input").InputAsync(new ChangeEventArgs { Value = "no-such-page" });
        await palette.Find(".palette").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.EndsWith(
            "/sellers/shop/buyers/no-such-page",
            Services.GetRequiredService<NavigationManager>().Uri,
            StringComparison.Ordinal
        );
        Assert.Empty(palette.FindAll("[role=option]"));
    }

    [Theory]
    [InlineData("ghjuhfvvs")]
    [InlineData("зкщпкфьы")]
    [InlineData("программы")]
    [InlineData("programs")]
    public async Task Palette_InTheOtherLanguageOrLayout_FindsThePageAllTheSame(string typed)
    {
        using var _ = CultureScope.Of("en");
        Services.AddSingleton(new NavItem("offers", typeof(ProgramsText), "NavPrograms", "loyalty", 12));
        Services.AddSingleton(new NavAction("offers/new", typeof(ProgramsText), "NavPrograms", "add", true));
        var palette = Render<CommandPalette>(parameters =>
            parameters
                .Add(p => p.Access, _access with { Role = SellerRole.Analyst })
                .Add(p => p.Sellers, [_access])
        );

        await palette.Find("button").ClickAsync();
        await palette.Find("input").InputAsync(new ChangeEventArgs { Value = typed });

        // The page, and whom it could be a number of: not what only owners may do.
        Assert.Equal(2, palette.FindAll("[role=option]").Count);
        Assert.Contains("Programs", palette.Find("[role=option]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Palette_APlaceWithAName_IsFoundByIt()
    {
        Services.AddSingleton<PlaceFinder>(new OnePlace());
        var palette = Render<CommandPalette>(parameters =>
            parameters.Add(p => p.Access, _access).Add(p => p.Sellers, [_access])
        );

        await palette.Find("button").ClickAsync();
        await palette.Find("input").InputAsync(new ChangeEventArgs { Value = "spring" });
        await palette.Find(".palette").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.EndsWith(
            "/sellers/shop/programs/7",
            Services.GetRequiredService<NavigationManager>().Uri,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ltv?segment=Lost&asOf=2026-05-01", "ltv?asOf=2026-05-01")]
    [InlineData("programs/7?threshold=900", "programs")]
    [InlineData("help", "help")]
    // Owners only, and the person reads there.
    [InlineData("members", "overview")]
    public void Switcher_OnAPage_LeadsToTheSamePageOfTheOther(string page, string expected)
    {
        var other = AnAccess.To(ASeller.Named("other"), SellerRole.Analyst, _access.UserId);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/sellers/shop/" + page);

        var switcher = Render<SellerSwitcher>(parameters =>
            parameters.Add(s => s.Current, _access).Add(s => s.Sellers, [_access, other])
        );

        Assert.Equal("/sellers/other/" + expected, switcher.FindAll("li a")[1].GetAttribute("href"));
    }

    private sealed class OnePlace : PlaceFinder
    {
        public override Task<IReadOnlyList<NamedPlace>> AllAsync(
            SellerAccess access,
            CancellationToken cancellation
        ) => Task.FromResult<IReadOnlyList<NamedPlace>>([new("Spring", "draft", "programs/7", "loyalty")]);
    }

    private static List<AngleSharp.Dom.IElement> Rail(IRenderedComponent<SellerNav> nav) =>
        [.. nav.FindAll(".rail-nav a")];

    private IRenderedComponent<SellerNav> Open(string address, SellerAccess? access = null)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<SellerNav>(parameters => parameters.Add(n => n.Access, access ?? _access));
    }
}
