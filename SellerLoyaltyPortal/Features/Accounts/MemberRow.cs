namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>A member of a seller as its owners see them.</summary>
/// <param name="HasAccepted">False while the person has not used their invitation.</param>
public sealed record MemberRow(
    Guid UserId,
    string Email,
    string DisplayName,
    SellerRole Role,
    bool HasAccepted,
    bool HasTwoFactor
);
