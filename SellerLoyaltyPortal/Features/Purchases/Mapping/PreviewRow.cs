namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>A row of a file as it would be stored.</summary>
/// <param name="Line">Null where it would not be.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="LeftOut">Why it is left out on purpose, where it is.</param>
public sealed record PreviewRow(
    long Row,
    NewPurchaseLine? Line,
    IReadOnlyList<RowError> Errors,
    FindingKind? LeftOut
);
