using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>
/// One thing that happened: stored with it in the same transaction, never changed, never removed.
/// Platform-owned, because half of it (sign-ins, accounts) belongs to no seller; who reads a seller's entries
/// names the seller.
/// </summary>
public sealed class AuditEntry : IPlatformOwned, IWriteOnce
{
    public const int LongestSubject = 300;
    public const int LongestAddress = 64;

    public long Id { get; private set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for what concerns the platform or a person alone.</summary>
    public SellerId? SellerId { get; init; }

    public required AuditAction Action { get; init; }

    public required AuditActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    /// <summary>The network address that the request came from.</summary>
    public string? Address { get; init; }

    /// <summary>What it was done to: an e-mail, the name of a program, key, file or report.</summary>
    public string? Subject { get; init; }

    /// <summary>See <see cref="AuditDetail"/>.</summary>
    public string? DetailsJson { get; init; }
}
