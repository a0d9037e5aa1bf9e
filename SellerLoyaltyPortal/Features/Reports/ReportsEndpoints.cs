using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>
/// The pages' own downloads: a report as a workbook or as JSON with its inputs in the address, and the files that
/// were made in the background. What is wrong with an address is said in the person's words.
/// </summary>
internal static class ReportsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/sellers/{Seller}/reports").RequireAuthorization(Policies.SellerMember);
        group.MapGet("{name}.xlsx", WorkbookAsync);
        group.MapGet("{name}.json", JsonAsync);
        group.MapGet("files/{file:guid}", FileAsync);
    }

    private static async Task<Results<FileStreamHttpResult, NotFound, ContentHttpResult>> WorkbookAsync(
        HttpContext http,
        [FromRoute(Name = Policies.SellerRouteParameter)] string seller,
        string name,
        [AsParameters] Services services,
        WriteWorkbook workbooks
    )
    {
        var cancellation = http.RequestAborted;
        if (await services.FindAsync(http, seller, name) is not { } asked)
            return TypedResults.NotFound();
        var made = await services.Make.RunAsync(asked.Access, asked.Report, ValueOf(http), cancellation);
        if (!made.TryGet(out var report))
            return Explained(services.Texts, made.Errors);
        var file = await workbooks.RunToTemporaryFileAsync(report, cancellation);
        await services.NoteAsync(asked.Access, report.FileStem + ".xlsx", cancellation);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(file, WriteWorkbook.ContentType, report.FileStem + ".xlsx");
    }

    private static async Task<Results<PushStreamHttpResult, NotFound, ContentHttpResult>> JsonAsync(
        HttpContext http,
        [FromRoute(Name = Policies.SellerRouteParameter)] string seller,
        string name,
        [AsParameters] Services services,
        WriteReportJson json
    )
    {
        var cancellation = http.RequestAborted;
        if (await services.FindAsync(http, seller, name) is not { } asked)
            return TypedResults.NotFound();
        var made = await services.Make.RunAsync(asked.Access, asked.Report, ValueOf(http), cancellation);
        if (!made.TryGet(out var report))
            return Explained(services.Texts, made.Errors);
        await services.NoteAsync(asked.Access, report.FileStem + ".json", cancellation);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            output => json.RunAsync(report, output, cancellation),
            "application/json; charset=utf-8"
        );
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> FileAsync(
        HttpContext http,
        [FromRoute(Name = Policies.SellerRouteParameter)] string seller,
        Guid file,
        SellerDirectory sellers,
        ReportExports exports,
        AuditLog log
    )
    {
        var cancellation = http.RequestAborted;
        if (
            await sellers.FindAsync(http.User, seller, cancellation) is not { } access
            || await exports.OpenAsync(access, file, cancellation) is not { } found
        )
            return TypedResults.NotFound();
        // Asked for in parts, it is one download.
        if (http.Request.Headers.Range.Count == 0)
            await log.WriteAsync(
                access.Actor,
                access.SellerId,
                AuditAction.ReportExported,
                found.Name,
                [],
                cancellation
            );
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(
            found.Content,
            WriteWorkbook.ContentType,
            found.Name,
            enableRangeProcessing: true
        );
    }

    private static Func<string, string?> ValueOf(HttpContext http) => key => http.Request.Query[key];

    private static ContentHttpResult Explained(
        IStringLocalizer<ReportsText> texts,
        IReadOnlyList<Error> errors
    ) =>
        TypedResults.Text(
            string.Join('\n', errors.Select(e => texts.Explain(e))),
            "text/plain; charset=utf-8",
            statusCode: StatusCodes.Status400BadRequest
        );

    private sealed record Services(
        SellerDirectory Sellers,
        ReportCatalog Catalog,
        MakeReport Make,
        AuditLog Log,
        IStringLocalizer<ReportsText> Texts
    )
    {
        public Task NoteAsync(SellerAccess access, string file, CancellationToken cancellation) =>
            Log.WriteAsync(access.Actor, access.SellerId, AuditAction.ReportExported, file, [], cancellation);

        /// <returns>Null where there is no such seller for this person, or no such report.</returns>
        public async Task<(SellerAccess Access, ReportDefinition Report)?> FindAsync(
            HttpContext http,
            string seller,
            string name
        ) =>
            await Sellers.FindAsync(http.User, seller, http.RequestAborted) is { } access
            && Catalog.Find(name) is { } report
                ? (access, report)
                : null;
    }
}
