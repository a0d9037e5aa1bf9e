using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Support.Builders;

/// <summary>
/// Accesses without a database behind them, for components that only read them. Where a use case checks the
/// membership again, store seller and member and ask <see cref="SellerDirectory"/>.
/// </summary>
public static class AnAccess
{
    public static SellerAccess To(Seller seller, SellerRole role = SellerRole.Owner, Guid? user = null) =>
        new()
        {
            SellerId = seller.Id == SellerId.None ? new SellerId(1) : seller.Id,
            Slug = seller.Slug,
            Name = seller.Name,
            Currency = Currency.Of(seller.CurrencyCode),
            Calendar = BusinessCalendar.Of(seller.TimeZoneId),
            Role = role,
            UserId = user ?? Guid.NewGuid(),
            DemoShiftDays = seller.DemoShiftDays,
        };

    public static SellerAccess Owner() => To(ASeller.Named("test-seller"));

    public static SellerAccess Analyst() => To(ASeller.Named("test-seller"), SellerRole.Analyst);
}
