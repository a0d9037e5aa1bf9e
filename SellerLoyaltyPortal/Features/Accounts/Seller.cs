using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>A tenant: one shop with its own buyers, currency and business days.</summary>
public sealed class Seller : IPlatformOwned
{
    public SellerId Id { get; private set; }

    /// <summary>Lower-case name in addresses, unique: <c>online-retail</c>.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>ISO 4217.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>IANA name of the zone whose calendar dates are the seller's business days.</summary>
    public required string TimeZoneId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// For a demo seller: by how many days (whole weeks) the dates of its real purchases were moved forward.
    /// </summary>
    public int? DemoShiftDays { get; init; }

    /// <summary>Whether a member needs a second step at sign-in before anything of the seller opens.</summary>
    public bool RequiresTwoFactor { get; set; }
}
