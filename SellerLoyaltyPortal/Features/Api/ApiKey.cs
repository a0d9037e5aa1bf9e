using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>
/// A seller's key. Platform-owned because it is what says which seller a request is of, and so is read
/// before any seller is known. The secret itself is nowhere: <see cref="Digest"/> is all that is kept.
/// </summary>
public sealed class ApiKey : IPlatformOwned
{
    public required Guid Id { get; init; }

    public required SellerId SellerId { get; init; }

    /// <summary>What the owner calls it: which machine holds it.</summary>
    public required string Name { get; init; }

    /// <summary>The first characters of the key, by which a person recognises it.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole key: 256 random bits need no slow hash.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>Names of the scopes, parted by spaces.</summary>
    public required string Scopes { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>To the minute; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
