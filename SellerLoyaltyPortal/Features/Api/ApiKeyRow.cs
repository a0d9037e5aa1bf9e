namespace SellerLoyaltyPortal.Features.Api;

/// <summary>A key as its owner sees it; the secret can't be shown again.</summary>
public sealed record ApiKeyRow(
    Guid Id,
    string Name,
    string Prefix,
    IReadOnlyList<ApiScope> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt
);
