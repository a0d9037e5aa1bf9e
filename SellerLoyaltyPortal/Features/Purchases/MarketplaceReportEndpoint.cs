using Microsoft.AspNetCore.Http.HttpResults;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Marketplace;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>A kept marketplace report, as it came: for every member of its seller.</summary>
internal static class MarketplaceReportEndpoint
{
    public static string AddressOf(SellerAccess access, KeptReport report) =>
        access.Href(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"data/marketplace-reports/{report.Id}"
            )
        );

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/sellers/{Seller}/data/marketplace-reports/{id:long}", GetAsync)
            .RequireAuthorization(Policies.SellerMember);

    private static async Task<Results<FileStreamHttpResult, NotFound>> GetAsync(
        [Microsoft.AspNetCore.Mvc.FromRoute(Name = Policies.SellerRouteParameter)] string seller,
        long id,
        HttpContext http,
        SellerDirectory sellers,
        MarketplaceReports reports
    ) =>
        await sellers.FindAsync(http.User, seller, http.RequestAborted) is { } access
        && await reports.OpenAsync(access, id, http.RequestAborted) is { } report
            // Whatever it holds: a browser saves it and never shows it as a page of the portal.
            ? TypedResults.File(report.Content, "application/octet-stream", report.FileName)
            : TypedResults.NotFound();
}
