using Microsoft.AspNetCore.Authorization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api.Http;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>How scopes are written, and the policies behind them.</summary>
public static class ApiScopes
{
    /// <summary>Every policy of <c>/api/v1</c> starts with it.</summary>
    public const string PolicyPrefix = "Api:";

    /// <summary>Any key of a seller, whatever its scopes.</summary>
    public const string AnyKey = PolicyPrefix + "any";

    public static readonly IReadOnlyList<ApiScope> All = Enum.GetValues<ApiScope>();

    /// <summary>As it stands in an address, a document and the database: <c>purchases:write</c>.</summary>
    public static string Name(this ApiScope scope) =>
        scope switch
        {
            ApiScope.PurchasesWrite => "purchases:write",
            ApiScope.StorefrontRead => "storefront:read",
            ApiScope.ProgramsRead => "programs:read",
            ApiScope.AnalyticsRead => "analytics:read",
            ApiScope.ReportsRead => "reports:read",
        };

    public static string Policy(this ApiScope scope) => PolicyPrefix + scope.Name();

    /// <summary>
    /// The role whose use cases a key with these scopes may run: changing the ledger is an owner's.
    /// </summary>
    public static SellerRole RoleOf(IEnumerable<ApiScope> scopes) =>
        scopes.Contains(ApiScope.PurchasesWrite) ? SellerRole.Owner : SellerRole.Analyst;

    internal static string Join(IEnumerable<ApiScope> scopes) =>
        string.Join(' ', scopes.Distinct().Order().Select(Name));

    /// <summary>Names that are no scope any more are left out.</summary>
    internal static IReadOnlyList<ApiScope> Split(string names)
    {
        var known = names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return [.. All.Where(scope => known.Contains(scope.Name()))];
    }

    internal static void AddApiPolicies(this AuthorizationBuilder authorization)
    {
        authorization.AddPolicy(AnyKey, policy => Key(policy));
        foreach (var scope in All)
            authorization.AddPolicy(
                scope.Policy(),
                policy => Key(policy).RequireClaim(ApiKeyAuthentication.ScopeClaim, scope.Name())
            );
    }

    // The key's scheme alone: a cookie opens nothing here, so there is nothing to forge a request with.
    private static AuthorizationPolicyBuilder Key(AuthorizationPolicyBuilder policy) =>
        policy.AddAuthenticationSchemes(ApiKeyAuthentication.SchemeName).RequireAuthenticatedUser();
}
