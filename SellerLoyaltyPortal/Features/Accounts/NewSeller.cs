namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>A seller that an operator wants to create.</summary>
/// <param name="TimeZoneId">IANA name.</param>
/// <param name="OwnerEmail">Of the first owner; gets an account where there is none.</param>
public sealed record NewSeller(
    string Name,
    string Slug,
    string CurrencyCode,
    string TimeZoneId,
    string OwnerEmail
);
