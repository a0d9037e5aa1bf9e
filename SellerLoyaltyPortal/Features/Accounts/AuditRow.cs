using SellerLoyaltyPortal.Features.Audit;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>An entry of the audit log with its names.</summary>
/// <param name="Seller">Name of the seller that it concerns; null for the platform's own.</param>
/// <param name="ActorName">Null for a key, the clock, a visitor and a person who is gone.</param>
public sealed record AuditRow(
    long Id,
    DateTimeOffset At,
    string? Seller,
    AuditAction Action,
    AuditActorKind ActorKind,
    string? ActorName,
    string? ActorEmail,
    string? Address,
    string? Subject,
    IReadOnlyList<AuditDetail> Details
);
