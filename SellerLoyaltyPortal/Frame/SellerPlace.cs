using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Where in a seller's pages an address is, and what of it the next page keeps: the as-of date, so that
/// somebody who looks back in time stays there, and of the filter what the next page knows.
/// </summary>
/// <param name="Page">The page's part of the address (<c>programs</c>); empty outside a seller's pages.</param>
/// <param name="IsBelow">Whether the address goes deeper than the page: <c>programs/7</c>.</param>
/// <param name="Query">What stands behind the question mark.</param>
public sealed record SellerPlace(string Page, bool IsBelow, IReadOnlyDictionary<string, StringValues> Query)
{
    private const string AsOfName = "asOf";

    /// <summary>As it stands in the address; null where it is not there, or no date.</summary>
    public string? AsOf =>
        Query.TryGetValue(AsOfName, out var asOf) && DayNumber.TryParse(asOf) is not null
            ? asOf.ToString()
            : null;

    public static SellerPlace Of(NavigationManager navigation)
    {
        var address = new Uri(navigation.Uri);
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new(
            parts is ["sellers", _, var page, ..] ? page : "",
            parts.Length > 3,
            QueryHelpers.ParseQuery(address.Query)
        );
    }

    public bool IsAt(string page) => string.Equals(Page, page, StringComparison.OrdinalIgnoreCase);

    public string Href(SellerAccess access, NavItem item)
    {
        var address = Href(access, item.Page);
        foreach (var name in item.Keeps)
            if (Query.TryGetValue(name, out var value) && !StringValues.IsNullOrEmpty(value))
                address = QueryHelpers.AddQueryString(address, name, value.ToString());
        return address;
    }

    /// <summary>
    /// The same page of another seller, where the person may open it there; the overview else. The date goes along; a
    /// filter, a program or a buyer is one seller's own.
    /// </summary>
    public string OfAnother(SellerAccess seller, IEnumerable<NavItem> items) =>
        Href(
            seller,
            IsAt(SellerNav.HelpPage) || items.Any(i => IsAt(i.Page) && (seller.IsOwner || !i.OwnersOnly))
                ? Page
                : SellerAccess.HomePage
        );

    /// <summary>A page that is no entry of the navigation: it keeps the date.</summary>
    public string Href(SellerAccess access, string page) =>
        AsOf is null ? access.Href(page) : QueryHelpers.AddQueryString(access.Href(page), AsOfName, AsOf);
}
