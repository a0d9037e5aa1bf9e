using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Operators;

/// <summary>Who is an operator, from the database each time: a circuit may be older than the role.</summary>
internal static class OperatorRules
{
    public static readonly Error OnlyAnOperatorMayDoThis = new("OnlyAnOperatorMayDoThis");

    public static async Task<bool> IsOperatorAsync(
        PortalDbContext context,
        ClaimsPrincipal person,
        CancellationToken cancellation
    ) =>
        SellerDirectory.UserIdOf(person) is { } userId
        && await context.UserRoles.AnyAsync(
            r =>
                r.UserId == userId
                && context.Roles.Any(role => role.Id == r.RoleId && role.Name == Policies.OperatorRole),
            cancellation
        );
}
