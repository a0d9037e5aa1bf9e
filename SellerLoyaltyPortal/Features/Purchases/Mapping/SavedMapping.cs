using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>How a seller's files with a certain header are to be read, as somebody confirmed it.</summary>
public sealed class SavedMapping : ISellerOwned
{
    public long Id { get; private set; }

    public SellerId SellerId { get; set; }

    /// <summary>See <see cref="HeaderSignature"/>.</summary>
    public required string Signature { get; init; }

    /// <summary>Name of the file for which it was confirmed.</summary>
    public required string FileName { get; set; }

    /// <summary>An <see cref="ImportMapping"/>.</summary>
    public required string MappingJson { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    public required Guid SavedBy { get; set; }
}
