using SellerLoyaltyPortal.Features.Audit;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Which entries of the audit log are asked for.</summary>
/// <param name="From">The first instant that counts; null for the beginning.</param>
/// <param name="Until">The first instant that does not; null for now.</param>
/// <param name="Text">Part of what it was done to, or of the name or e-mail of who did it.</param>
public sealed record AuditFilter(
    AuditArea? Area = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    string? Text = null
);
