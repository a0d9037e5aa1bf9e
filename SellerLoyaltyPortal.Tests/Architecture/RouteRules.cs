using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>Which addresses are open to whom.</summary>
public static class RouteRules
{
    /// <summary>What anybody may ask for without signing in, each with its reason. Nothing else.</summary>
    public static readonly IReadOnlyDictionary<string, string> Anonymous = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["/account/sign-in"] = "the way in",
        ["/account/code"] =
            "the second step of the way in: shows nothing to whoever has not passed the first in this browser",
        ["/account/passkey-challenge"] =
            "a challenge for whoever wants to sign in by passkey: random, says nothing of anybody",
        ["/account/link"] = "who opens a one-time link has no password yet; the link is the key",
        ["/account/sign-out"] = "the way out, also when the session has just expired",
        ["/account/language"] = "the language of the sign-in page is a visitor's choice too",
        ["/error"] = "says that something failed, with a reference and nothing else",
        ["/not-found"] = "says that there is nothing, the same to everybody",
        ["/_blazor"] = "the circuit: what it renders is authorized page by page",
        ["/_blazor/negotiate"] = "see /_blazor",
        ["/_blazor/disconnect"] = "see /_blazor",
        ["/_blazor/initializers"] = "names of scripts",
        ["/openapi/{documentName}.json"] = "says what machines may ask, not what the answers are",
        ["/health/live"] = "a watchdog has no account; says only that the process answers",
        ["/health/ready"] = "a watchdog has no account; says which part is not well, and nothing of the data",
        ["/metrics"] = "asks for a token of its own; without one set it is not there",
        ["/storefront/{seller}/hint"] =
            "a buyer's hint inside a shop's page: the signed token is the key and opens that buyer's progress only",
        ["/{**path:file}"] = "static files that a development build has not listed",
        ["/_framework/opaque-redirect"] = "Blazor's own redirect after enhanced navigation",
    };

    private const string SellerPrefix = "/sellers/{" + Policies.SellerRouteParameter + "}";

    public static IEnumerable<string> Problems(IEnumerable<RouteFacts> routes)
    {
        foreach (var route in routes)
        {
            var isSellers = route.Pattern.StartsWith("/sellers/", StringComparison.Ordinal);
            var hasSellerPolicy = route.Policies.Any(p => p is Policies.SellerMember or Policies.SellerOwner);
            var isForMachines = route.Pattern.StartsWith(ApiRoutes.Prefix + "/", StringComparison.Ordinal);
            var hasKeyPolicy = route.Policies.Any(p =>
                p.StartsWith(ApiScopes.PolicyPrefix, StringComparison.Ordinal)
            );
            if (route.AllowsAnonymous || !route.AsksForSignIn)
            {
                if (!Anonymous.ContainsKey(route.Pattern))
                    yield return $"{route}: open to anybody and not on the list";
            }
            else if (route.Policies.Count == 0)
                yield return $"{route}: asks for a sign-in but names no policy";
            if (
                route.ChangesSomething
                && !route.ChecksAntiforgery
                // A key in a header is nothing that another site could make a browser send.
                && !(isForMachines && hasKeyPolicy)
                && !route.Pattern.StartsWith("/_", StringComparison.Ordinal)
            )
                yield return $"{route}: takes a POST without an antiforgery token";
            if (isSellers && !route.Pattern.StartsWith(SellerPrefix, StringComparison.Ordinal))
                yield return $"{route}: a seller's address is {SellerPrefix}/…";
            if (isForMachines != hasKeyPolicy)
                yield return $"{route}: a key's policy goes with {ApiRoutes.Prefix}/…, one not without the other";
            if (isSellers != hasSellerPolicy)
                yield return $"{route}: SellerMember or SellerOwner go with {SellerPrefix}/…, one not without the other";
            if (
                route.Pattern.StartsWith("/operator", StringComparison.Ordinal)
                && !route.Policies.Contains(Policies.Operator)
            )
                yield return $"{route}: the operator's addresses need the policy {Policies.Operator}";
        }
    }
}
