using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Where in a seller's pages an address is, and what of it the next page keeps: the as-of date, so that
/// somebody who looks back in time stays there.
/// </summary>
/// <param name="Page">The page's part of the address (<c>programs</c>); empty outside a seller's pages.</param>
/// <param name="AsOf">As it stands in the address; null where it is not there.</param>
public sealed record SellerPlace(string Page, string? AsOf)
{
    private const string AsOfName = "asOf";

    public static SellerPlace Of(NavigationManager navigation)
    {
        var address = new Uri(navigation.Uri);
        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var query = QueryHelpers.ParseQuery(address.Query);
        return new(
            parts is ["sellers", _, var page, ..] ? page : "",
            query.TryGetValue(AsOfName, out var asOf) && Shared.DayNumber.TryParse(asOf) is not null
                ? asOf.ToString()
                : null
        );
    }

    public bool IsAt(string page) => string.Equals(Page, page, StringComparison.OrdinalIgnoreCase);

    public string Href(SellerAccess access, string page) =>
        AsOf is null ? access.Href(page) : QueryHelpers.AddQueryString(access.Href(page), AsOfName, AsOf);
}
