using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit.Pages;

/// <summary>Who did what at the seller, for its owners.</summary>
public sealed partial class SellerAuditPage(ReadAuditLog log)
{
    private Task<Result<IReadOnlyList<AuditRow>>> ReadAsync(AuditFilter filter, long? before, int count) =>
        log.RunAsync(Access, filter, before, count, CancellationToken.None);
}
