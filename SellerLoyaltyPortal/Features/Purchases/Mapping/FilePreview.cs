namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>The first rows of a file as they will be stored.</summary>
public sealed record FilePreview(IReadOnlyList<PreviewRow> Rows);
