using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Components;

/// <summary>
/// Every routable component rendered on the portal's own services and a real, empty database: it starts, has a
/// heading, and needs nothing that is not registered. A new page is under this test without being listed.
/// </summary>
public sealed class EveryPageRendersTests : PortalBunitContext, IClassFixture<PortalWebFactory>
{
    private readonly PortalWebFactory _portal;
    private readonly AsyncServiceScope _scope;

    public EveryPageRendersTests(PortalWebFactory portal)
    {
        _portal = portal;
        _scope = portal.Services.CreateAsyncScope();
        // Everything but what the base has put in its place: navigation, JavaScript, who is signed in.
        var own = Services.Select(service => service.ServiceType).ToHashSet();
        foreach (var service in portal.Registrations.Where(service => !own.Contains(service.ServiceType)))
            Services.Add(service);
    }

    public static TheoryData<Type> Pages =>
        [
            .. typeof(Program)
                .Assembly.GetTypes()
                .Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false))
                .OrderBy(type => type.FullName, StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_EmptyPortal_RendersWithAHeading(Type page)
    {
        var seller = await SellerAsync();
        var owner = await _portal.AddMemberAsync(
            seller,
            SellerRole.Owner,
            "owner-" + Guid.NewGuid().ToString("N")
        );
        var access = await _portal.AccessOfAsync(owner, seller);
        Person.SetClaims(new Claim(ClaimTypes.NameIdentifier, owner.Id.ToString()));
        var request = new DefaultHttpContext { RequestServices = _scope.ServiceProvider };
        request.Request.Method = HttpMethods.Get;
        request.Request.Scheme = "http";
        request.Request.Host = new HostString("localhost");

        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var rendered = Render(builder =>
        {
            builder.OpenComponent<CascadingValue<HttpContext>>(0);
            builder.AddAttribute(1, "Value", (HttpContext)request);
            builder.AddAttribute(
                2,
                "ChildContent",
                (RenderFragment)(
                    inner =>
                    {
                        inner.OpenComponent<CascadingValue<SellerAccess>>(0);
                        inner.AddAttribute(1, "Value", access);
                        inner.AddAttribute(
                            2,
                            "ChildContent",
                            (RenderFragment)(
                                content =>
                                {
                                    content.OpenComponent(0, page);
                                    if (page.GetProperty(nameof(SellerPage.Seller)) is not null)
                                        content.AddAttribute(1, nameof(SellerPage.Seller), seller.Slug);
                                    content.CloseComponent();
                                }
                            )
                        );
                        inner.CloseComponent();
                    }
                )
            );
            builder.CloseComponent();
        });

        // A page may lead on at once, as the start page does.
        var navigation = Services.GetRequiredService<BunitNavigationManager>();
        rendered.WaitForState(
            () => rendered.FindAll("h1").Count > 0 || navigation.History.Count > 0,
            TimeSpan.FromSeconds(20)
        );
    }

    [Fact]
    public void Pages_Enumerated_AreThere() => Assert.True(Pages.Count > 5);

    private Task<Seller> SellerAsync() => _portal.AddSellerAsync("shop-" + Guid.NewGuid().ToString("N")[..8]);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _scope.Dispose();
        base.Dispose(disposing);
    }
}
