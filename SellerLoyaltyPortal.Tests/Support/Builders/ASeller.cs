using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Tests.Support.Builders;

/// <summary>Valid sellers; a test names only what it is about.</summary>
public static class ASeller
{
    public static Seller Named(
        string slug,
        string currency = "RUB",
        string timeZone = "Europe/Moscow",
        int? demoShiftDays = null
    ) =>
        new()
        {
            Slug = slug,
            Name = "Seller " + slug,
            CurrencyCode = currency,
            TimeZoneId = timeZone,
            CreatedAt = FakeClock.DefaultStart,
            DemoShiftDays = demoShiftDays,
        };
}
