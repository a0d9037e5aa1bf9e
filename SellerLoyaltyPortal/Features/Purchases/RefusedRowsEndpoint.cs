using Microsoft.AspNetCore.Http.HttpResults;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>The list of everything that is wrong with a checked file, to be mended in a spreadsheet program.</summary>
internal static class RefusedRowsEndpoint
{
    public static string AddressOf(SellerAccess access, ImportJob job) =>
        access.Href($"data/checks/{job.Id}/errors.csv");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/sellers/{Seller}/data/checks/{job:guid}/errors.csv", GetAsync)
            .RequireAuthorization(Policies.SellerOwner);

    private static async Task<Results<FileStreamHttpResult, NotFound>> GetAsync(
        [Microsoft.AspNetCore.Mvc.FromRoute(Name = Policies.SellerRouteParameter)] string seller,
        Guid job,
        HttpContext http,
        SellerDirectory sellers,
        ImportJobs jobs
    ) =>
        await sellers.FindAsync(http.User, seller, http.RequestAborted) is { } access
        && jobs.OpenErrorList(access, job) is { } list
            ? TypedResults.File(list, "text/csv; charset=utf-8", "errors.csv")
            : TypedResults.NotFound();
}
