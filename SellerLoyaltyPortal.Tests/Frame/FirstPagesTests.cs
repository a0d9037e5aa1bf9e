using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Frame;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Frame;

public sealed class FirstPagesTests : IDisposable
{
    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Start_WarmUpOn_FirstPagesAreAnsweredAsToAVisitor()
    {
        using var warm = _portal.WithWebHostBuilder(b => b.UseSetting("WebOptions:WarmUp", "true"));
        var pages = warm.Services.GetRequiredService<FirstPages>();

        await pages.ExecuteTask!;

        Assert.Equal(200, pages.Answers["/account/sign-in"]);
        Assert.Equal(302, pages.Answers["/"]);
    }

    [Fact]
    public async Task Start_WarmUpOff_AsksForNothing()
    {
        var pages = _portal.Services.GetRequiredService<FirstPages>();

        await pages.ExecuteTask!;

        Assert.Empty(pages.Answers);
    }
}
