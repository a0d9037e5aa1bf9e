using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>For what changes no row of its own: an export, a download. Everything else writes with its change.</summary>
public sealed class AuditLog(SellerDbContextFactory contexts, TimeProvider clock)
{
    public async Task WriteAsync(
        AuditActor actor,
        SellerId? seller,
        AuditAction action,
        string? subject,
        IReadOnlyList<AuditDetail> details,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForPlatform();
        context.Audit(clock.GetUtcNow(), actor, seller, action, subject, details);
        await context.SaveChangesAsync(cancellation);
    }
}
