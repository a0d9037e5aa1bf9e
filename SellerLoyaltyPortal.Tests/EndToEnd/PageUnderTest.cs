using System.Reflection;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>A page of the portal at an address that a person can open.</summary>
/// <param name="Person">Who opens it; null for a visitor.</param>
public sealed record PageUnderTest(string Address, string? Person)
{
    public string Name =>
        Address == "/"
            ? "start"
            : Address.Trim('/').Replace('/', '-').Replace('?', '-').Replace('=', '-').Replace('#', '-');

    private const string SellerParameter = $"{{{Policies.SellerRouteParameter}}}";

    /// <summary>Addresses with an id, and what of the demo stands there; programs are drafted by the test that opens them.</summary>
    public static IReadOnlyDictionary<string, string> WithId { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/sellers/{Seller}/buyers/{Id}"] = "/sellers/online-retail/buyers/14646",
            ["/sellers/{Seller}/constructor/{ProgramId:long}"] = "/sellers/cdnow/constructor/{0}",
            ["/sellers/{Seller}/programs/{ProgramId:long}"] = "/sellers/cdnow/programs/{0}",
        };

    /// <summary>The address of every routable component, as it is written there.</summary>
    public static IReadOnlyList<string> Templates { get; } =
    [
        .. typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route => route.Template),
    ];

    /// <summary>Every address of every routable component whose parameters are known.</summary>
    public static IReadOnlyList<PageUnderTest> All { get; } =
    [
        .. Templates
            .Select(template => template.Replace(SellerParameter, "online-retail", StringComparison.Ordinal))
            .Where(address => !address.Contains('{', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(address => new PageUnderTest(address, PersonFor(address))),
    ];

    /// <summary>Addresses that nobody looks at.</summary>
    public static IEnumerable<string> Unseen(IEnumerable<string> templates) =>
        templates.Where(template =>
            !WithId.ContainsKey(template)
            && !All.Any(page =>
                page.Address == template.Replace(SellerParameter, "online-retail", StringComparison.Ordinal)
            )
        );

    private static string? PersonFor(string address) =>
        address switch
        {
            AccountAddresses.SignIn or "/not-found" or "/error" => null,
            _ when address.StartsWith(AccountAddresses.Operator, StringComparison.Ordinal) =>
                DemoPeople.Operator,
            _ => DemoPeople.Owner,
        };

    public override string ToString() => Address;
}
