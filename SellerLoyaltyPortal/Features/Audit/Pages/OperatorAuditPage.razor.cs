using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit.Pages;

/// <summary>Sign-ins, accounts, members and keys of the whole marketplace, for its operators.</summary>
public sealed partial class OperatorAuditPage(ReadAuditLog log) : ComponentBase
{
    private static readonly AuditArea[] Areas =
    [
        AuditArea.SignIns,
        AuditArea.Accounts,
        AuditArea.Members,
        AuditArea.Keys,
    ];

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = default!;

    private async Task<Result<IReadOnlyList<AuditRow>>> ReadAsync(
        AuditFilter filter,
        long? before,
        int count
    ) => await log.RunForOperatorAsync((await Person).User, filter, before, count, CancellationToken.None);
}
