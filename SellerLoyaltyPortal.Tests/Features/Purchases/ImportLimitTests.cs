using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class ImportLimitTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Take_MoreThanTheHoursNumber_IsRefusedToThatOneUntilTheHourIsOver(bool isMachine)
    {
        var clock = new FakeClock();
        var limit = new ImportLimit(
            Options.Create(
                new PurchasesOptions
                {
                    FilesPerHour = isMachine ? 50 : 2,
                    FilesPerHourOfKey = isMachine ? 2 : 50,
                }
            ),
            clock
        );
        var (busy, other) = (Someone(isMachine), Someone(isMachine));

        Assert.Equal(2, limit.MostOf(busy));
        Assert.Equal(TimeSpan.Zero, limit.Take(busy));
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(TimeSpan.Zero, limit.Take(busy));
        Assert.Equal(TimeSpan.FromMinutes(30), limit.Take(busy));
        Assert.Equal(TimeSpan.Zero, limit.Take(other));

        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(TimeSpan.Zero, limit.Take(busy));
        Assert.Equal(TimeSpan.FromMinutes(30), limit.Take(busy));
    }

    private static SellerAccess Someone(bool isMachine) =>
        AnAccess.To(ASeller.Named("shop"), SellerRole.Owner, Guid.NewGuid()) with
        {
            IsMachine = isMachine,
        };
}
