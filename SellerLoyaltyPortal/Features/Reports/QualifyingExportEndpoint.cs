using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>
/// <c>GET /sellers/{Seller}/exports/qualifying.xlsx?threshold=&amp;discount=&amp;asOf=</c>: the workbook, or
/// 400 with what is wrong with the address in the person's words.
/// </summary>
internal static class QualifyingExportEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/sellers/{Seller}/exports/qualifying.xlsx", RunAsync)
            .RequireAuthorization(Policies.SellerMember);

    private static async Task<Results<FileStreamHttpResult, NotFound, ContentHttpResult>> RunAsync(
        HttpContext http,
        string seller,
        string? threshold,
        string? discount,
        string? asOf,
        SellerDirectory sellers,
        ExportQualifyingBuyers exportQualifyingBuyers,
        IStringLocalizer<ReportsText> texts
    )
    {
        var cancellation = http.RequestAborted;
        if (await sellers.FindAsync(http.User, seller, cancellation) is not { } access)
            return TypedResults.NotFound();
        var request = QualifyingReportRequest.Parse(threshold, discount, asOf);
        if (!request.TryGet(out var asked))
            return Explained(texts, request.Errors);
        var report = await exportQualifyingBuyers.RunAsync(access, asked, cancellation);
        if (!report.TryGet(out var file))
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(file.Content, ReportFile.ExcelType, file.Name);
    }

    private static ContentHttpResult Explained(
        IStringLocalizer<ReportsText> texts,
        IReadOnlyList<Error> errors
    ) =>
        TypedResults.Text(
            string.Join('\n', errors.Select(e => texts.Explain(e))),
            "text/plain; charset=utf-8",
            statusCode: StatusCodes.Status400BadRequest
        );
}
