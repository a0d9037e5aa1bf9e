using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Accounts.TwoFactor;

/// <summary>Who has a second step at sign-in, and who must have one.</summary>
internal static class SecondStep
{
    /// <summary>The claim that says so; read from the account at sign-in and every half minute.</summary>
    public const string Claim = "second-step";

    /// <summary>Why somebody is refused who has to set it up first.</summary>
    public const string Missing = "second-step-missing";

    public const string On = "on";

    /// <summary>The demo's operator: see <see cref="AccountsOptions.WithoutSecondStep"/>.</summary>
    public const string Exempt = "exempt";

    public static bool IsOn(ClaimsPrincipal person) => person.HasClaim(Claim, On);

    /// <summary>Operators have one, whatever they open.</summary>
    public static bool IsMissingToOperator(ClaimsPrincipal person) =>
        person.IsInRole(Policies.OperatorRole) && !person.HasClaim(c => c.Type == Claim);

    public static string? ClaimOf(PortalUser user, IOptions<AccountsOptions> options) =>
        user.TwoFactorEnabled ? On
        : options.Value.WithoutSecondStep.Contains(user.Email ?? "") ? Exempt
        : null;

    /// <summary>The sellers of a person that ask for it, by name.</summary>
    public static async Task<IReadOnlyList<string>> AskedByAsync(
        PortalDbContext context,
        Guid userId,
        CancellationToken cancellation
    ) =>
        await (
            from membership in context.Set<SellerMembership>()
            join seller in context.Set<Seller>() on membership.SellerId equals seller.Id
            where membership.UserId == userId && seller.RequiresTwoFactor
            orderby seller.Name
            select seller.Name
        ).ToListAsync(cancellation);
}
