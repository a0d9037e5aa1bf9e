using System.Reflection;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>A page of the portal at an address that a person can open.</summary>
/// <param name="Person">Who opens it; null for a visitor.</param>
public sealed record PageUnderTest(string Address, string? Person)
{
    public string Name =>
        Address == "/" ? "start" : Address.Trim('/').Replace('/', '-').Replace('?', '-').Replace('=', '-');

    /// <summary>
    /// Every address of every routable component whose parameters are known; one with an id is opened by the
    /// test that made the thing.
    /// </summary>
    public static IReadOnlyList<PageUnderTest> All { get; } =
    [
        .. typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route =>
                route.Template.Replace(
                    $"{{{Policies.SellerRouteParameter}}}",
                    "online-retail",
                    StringComparison.Ordinal
                )
            )
            .Where(address => !address.Contains('{', StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(address => new PageUnderTest(address, PersonFor(address))),
    ];

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
