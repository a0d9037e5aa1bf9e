using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Help.Pages;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Help.Pages;

public sealed class HelpPageTests : PortalBunitContext
{
    [Fact]
    public void Render_AddressNamesATerm_MarksItAlone()
    {
        var page = Open("#near");

        Assert.Equal("near", page.Find(".glossary-term.asked").Id);
        Assert.Single(page.FindAll(".asked"));
    }

    [Fact]
    public void Render_AddressNamesNone_MarksNone() => Assert.Empty(Open("").FindAll(".asked"));

    private IRenderedComponent<HelpPage> Open(string fragment)
    {
        Services
            .GetRequiredService<BunitNavigationManager>()
            .NavigateTo("sellers/test-seller/help" + fragment);
        return Render<HelpPage>(parameters =>
            parameters.Add(p => p.Seller, "test-seller").AddCascadingValue(AnAccess.Owner())
        );
    }
}
