using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class ImportLimitTests
{
    [Fact]
    public void TryTake_MoreThanTheHoursNumber_IsRefusedToThatPersonUntilTheHourIsOver()
    {
        var clock = new FakeClock();
        var limit = new ImportLimit(Options.Create(new PurchasesOptions { FilesPerHour = 2 }), clock);
        var seller = ASeller.Named("shop");
        var (busy, other) = (
            AnAccess.To(seller, SellerRole.Owner, Guid.NewGuid()),
            AnAccess.To(seller, SellerRole.Owner, Guid.NewGuid())
        );

        Assert.True(limit.TryTake(busy));
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.True(limit.TryTake(busy));
        Assert.False(limit.TryTake(busy));
        Assert.True(limit.TryTake(other));

        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.True(limit.TryTake(busy));
        Assert.False(limit.TryTake(busy));
    }
}
