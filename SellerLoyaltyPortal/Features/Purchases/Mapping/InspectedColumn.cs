namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>A column of an uploaded file as it was found.</summary>
/// <param name="Samples">The first different values; those of a column that names people are not kept.</param>
public sealed record InspectedColumn(string Header, IReadOnlyList<string> Samples, PersonalKind Personal);
