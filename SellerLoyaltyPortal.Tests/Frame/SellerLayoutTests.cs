using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Frame;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Frame;

/// <summary>A page that is open while its reader's rights are taken away.</summary>
public sealed class SellerLayoutTests : PortalBunitContext, IClassFixture<PortalWebFactory>
{
    private const string Content = "what members see";

    private readonly PortalWebFactory _portal;

    public SellerLayoutTests(PortalWebFactory portal)
    {
        _portal = portal;
        // Built before its registrations are read.
        _ = portal.Services;
        var own = Services.Select(service => service.ServiceType).ToHashSet();
        foreach (var service in portal.Registrations.Where(service => !own.Contains(service.ServiceType)))
            Services.Add(service);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenPage_ReaderRemovedOrDemoted_IsTakenAwayWithinHalfAMinute(bool removed)
    {
        var slug = removed ? "open-removed" : "open-demoted";
        var seller = await _portal.AddSellerAsync(slug);
        var owner = await _portal.AddMemberAsync(seller, SellerRole.Owner);
        var reader = await _portal.AddMemberAsync(seller, SellerRole.Owner, "reader-" + slug);
        var rendered = Open(reader, slug);
        var access = await _portal.AccessOfAsync(owner, seller);
        var navigation = Services.GetRequiredService<BunitNavigationManager>();

        Clock.Advance(SellerLayout.Recheck);
        Assert.Contains(Content, rendered.Markup, StringComparison.Ordinal);
        if (removed)
            await _portal
                .Services.GetRequiredService<RemoveMember>()
                .RunAsync(access, reader.Id, CancellationToken.None);
        else
            await _portal
                .Services.GetRequiredService<ChangeMemberRole>()
                .RunAsync(access, reader.Id, SellerRole.Analyst, CancellationToken.None);
        Clock.Advance(SellerLayout.Recheck);

        rendered.WaitForState(() => navigation.History.Any(h => h.Options.ForceLoad));
        Assert.DoesNotContain(Content, rendered.Markup, StringComparison.Ordinal);
        Assert.True(SellerLayout.Recheck <= TimeSpan.FromSeconds(30));
    }

    private IRenderedComponent<IComponent> Open(PortalUser reader, string slug)
    {
        Person.SetClaims(new Claim(ClaimTypes.NameIdentifier, reader.Id.ToString()));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var route = new RouteData(
            typeof(SellerLoyaltyPortal.Features.Overview.Pages.OverviewPage),
            new Dictionary<string, object?>(StringComparer.Ordinal) { [Policies.SellerRouteParameter] = slug }
        );
        var rendered = Render(builder =>
        {
            builder.OpenComponent<CascadingValue<RouteData>>(0);
            builder.AddAttribute(1, "Value", route);
            builder.AddAttribute(
                2,
                "ChildContent",
                (RenderFragment)(
                    inner =>
                    {
                        inner.OpenComponent<SellerLayout>(0);
                        inner.AddAttribute(
                            1,
                            "Body",
                            (RenderFragment)(body => body.AddMarkupContent(0, $"<p>{Content}</p>"))
                        );
                        inner.CloseComponent();
                    }
                )
            );
            builder.CloseComponent();
        });
        rendered.WaitForState(() => rendered.Markup.Contains(Content, StringComparison.Ordinal));
        return rendered;
    }
}
