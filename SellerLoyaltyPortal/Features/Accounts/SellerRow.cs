namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>A seller as the operator sees it: nothing of its buyers or purchases.</summary>
public sealed record SellerRow(
    string Slug,
    string Name,
    string CurrencyCode,
    string TimeZoneId,
    int Members,
    DateTimeOffset CreatedAt
);
