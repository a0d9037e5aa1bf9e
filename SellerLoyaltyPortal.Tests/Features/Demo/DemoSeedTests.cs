using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Demo;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Demo;

public sealed class DemoSeedTests : IDisposable
{
    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task RunAsync_KilledThenAgain_EndsWithTheWholeDemo()
    {
        var seed = _portal.Services.GetRequiredService<DemoSeed>();
        using (var killed = new CancellationTokenSource())
        {
            // The first line is said before the first file is read.
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                seed.RunAsync(_ => killed.Cancel(), DemoPerson.Password, killed.Token)
            );
        }
        await using (var context = _portal.Contexts.ForPlatform())
        {
            var seller = await context.Set<Seller>().SingleAsync();
            await using var own = _portal.Contexts.ForSeller(seller.Id);
            Assert.False(await own.Set<PurchaseLine>().AnyAsync());
        }

        // Weeks later, so that another shift is due.
        _portal.Clock.Advance(TimeSpan.FromDays(30));
        var said = new List<string>();
        await seed.RunAsync(said.Add, DemoPerson.Password, CancellationToken.None);

        var now = _portal.Clock.GetUtcNow();
        foreach (
            var (demo, lines) in new[] { (DemoSeller.OnlineRetail, 809_560), (DemoSeller.Cdnow, 69_659) }
        )
        {
            await using var platform = _portal.Contexts.ForPlatform();
            var seller = await platform.Set<Seller>().SingleAsync(s => s.Slug == demo.Slug);
            var head = await _portal
                .Services.GetRequiredService<PurchaseLedger>()
                .FindHeadAsync(seller.Id, default);
            Assert.Equal(lines, head!.CurrentLines);
            Assert.InRange(now - head.LastBoughtAt!.Value, TimeSpan.Zero, TimeSpan.FromDays(7.1));
        }
        await AssertDaysAsync();

        said.Clear();
        await seed.RunAsync(said.Add, DemoPerson.Password, CancellationToken.None);
        Assert.Empty(said);
    }

    // The owner's pages can say what the days really were.
    private async Task AssertDaysAsync()
    {
        await using var platform = _portal.Contexts.ForPlatform();
        var owner = await platform.Set<PortalUser>().SingleAsync(u => u.Email == "owner@demo.example");
        var seller = await platform.Set<Seller>().SingleAsync(s => s.Slug == "online-retail");
        var access = await _portal.AccessOfAsync(owner, seller);
        var day = await _portal.Services.GetRequiredService<SellerDays>().GetAsync(access, default);
        Assert.Equal("2009-12-01", day.OriginalPeriod!.Value.First.ToString());
        Assert.Equal("2011-12-09", day.OriginalPeriod.Value.Last.ToString());
        Assert.False(day.IsLedgerOld);
        Assert.Equal(day.Today, day.DefaultAsOf);
        var signedIn = await _portal.SignedInAsync(owner, DemoPerson.Password);
        Assert.True((await signedIn.GetAsync(access.Href("data"))).IsSuccessStatusCode);
    }
}
