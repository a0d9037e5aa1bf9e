namespace SellerLoyaltyPortal.Features.Purchases.Marketplace;

/// <summary>A kept report as the Data page lists it.</summary>
/// <param name="Layout">Name of a <see cref="PurchaseLayout"/>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="KeptBy">Name of the person.</param>
public sealed record KeptReport(
    long Id,
    string FileName,
    string Sha256,
    string Layout,
    long Length,
    DateTimeOffset KeptAt,
    string KeptBy
);
