namespace SellerLoyaltyPortal.Features.Api;

/// <summary>A key as its owner sees it; the secret can't be shown again.</summary>
/// <param name="MakerIsGone">
/// Whoever made it is no member any more, and may have kept the secret. The key works on: machines depend on it,
/// so an owner decides.
/// </param>
public sealed record ApiKeyRow(
    Guid Id,
    string Name,
    string Prefix,
    IReadOnlyList<ApiScope> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt,
    bool MakerIsGone
);
