using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit.Pages;

/// <summary>The log as a file, of a seller and of the operator; that it was taken is an entry too.</summary>
internal static class AuditEndpoints
{
    private const string Csv = "audit-log.csv";
    private const string Workbook = "audit-log.xlsx";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var sellers = routes.MapGroup("/sellers/{Seller}").RequireAuthorization(Policies.SellerOwner);
        sellers.MapGet("journal.csv", SellersCsvAsync);
        sellers.MapGet("journal.xlsx", SellersWorkbookAsync);
        var operators = routes.MapGroup("/operator").RequireAuthorization(Policies.Operator);
        operators.MapGet("journal.csv", OperatorsCsvAsync);
        operators.MapGet("journal.xlsx", OperatorsWorkbookAsync);
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> SellersCsvAsync(
        [FromRoute(Name = Policies.SellerRouteParameter)] string seller,
        [AsParameters] Asked asked,
        HttpContext http,
        SellerDirectory sellers
    ) =>
        await asked.OfSellerAsync(http, sellers, seller, Csv) is { } rows
            ? AsCsv(http, asked, rows)
            : TypedResults.NotFound();

    private static async Task<Results<FileStreamHttpResult, NotFound>> SellersWorkbookAsync(
        [FromRoute(Name = Policies.SellerRouteParameter)] string seller,
        [AsParameters] Asked asked,
        HttpContext http,
        SellerDirectory sellers,
        WriteLogWorkbook workbooks
    ) =>
        await asked.OfSellerAsync(http, sellers, seller, Workbook) is { } rows
            ? await AsWorkbookAsync(http, asked, rows, workbooks)
            : TypedResults.NotFound();

    private static async Task<PushStreamHttpResult> OperatorsCsvAsync(
        [AsParameters] Asked asked,
        HttpContext http
    ) => AsCsv(http, asked, await asked.OfOperatorAsync(http, Csv));

    private static async Task<FileStreamHttpResult> OperatorsWorkbookAsync(
        [AsParameters] Asked asked,
        HttpContext http,
        WriteLogWorkbook workbooks
    ) => await AsWorkbookAsync(http, asked, await asked.OfOperatorAsync(http, Workbook), workbooks);

    private static PushStreamHttpResult AsCsv(HttpContext http, Asked asked, IAsyncEnumerable<AuditRow> rows)
    {
        var cancellation = http.RequestAborted;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            output => AuditFile.WriteCsvAsync(output, rows, asked.Texts, cancellation),
            "text/csv; charset=utf-8",
            Csv
        );
    }

    private static async Task<FileStreamHttpResult> AsWorkbookAsync(
        HttpContext http,
        Asked asked,
        IAsyncEnumerable<AuditRow> rows,
        WriteLogWorkbook workbooks
    )
    {
        var table = AuditFile.Table(rows, asked.Texts, http.RequestAborted);
        var file = await workbooks.RunToTemporaryFileAsync(table, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(file, WriteWorkbook.ContentType, Workbook);
    }

    private sealed record Asked(
        ReadAuditLog Read,
        AuditLog Log,
        IStringLocalizer<AuditText> Texts,
        [FromQuery] string? Area,
        [FromQuery] string? From,
        [FromQuery] string? To,
        [FromQuery] string? Text
    )
    {
        /// <returns>Null where there is no such seller for this person.</returns>
        public async Task<IAsyncEnumerable<AuditRow>?> OfSellerAsync(
            HttpContext http,
            SellerDirectory sellers,
            string seller,
            string file
        )
        {
            if (await sellers.FindAsync(http.User, seller, http.RequestAborted) is not { } access)
                return null;
            await NoteAsync(access.Actor, access.SellerId, file, http.RequestAborted);
            return Rows(access.SellerId, access.Calendar, http.RequestAborted);
        }

        public async Task<IAsyncEnumerable<AuditRow>> OfOperatorAsync(HttpContext http, string file)
        {
            var actor = AuditActor.Person(SellerDirectory.UserIdOf(http.User)!.Value);
            await NoteAsync(actor, seller: null, file, http.RequestAborted);
            return Rows(seller: null, AuditFilters.Utc, http.RequestAborted);
        }

        private Task NoteAsync(
            AuditActor actor,
            SellerId? seller,
            string file,
            CancellationToken cancellation
        ) => Log.WriteAsync(actor, seller, AuditAction.LogExported, file, [], cancellation);

        private IAsyncEnumerable<AuditRow> Rows(
            SellerId? seller,
            BusinessCalendar calendar,
            CancellationToken cancellation
        ) => Read.AllAsync(seller, AuditFilters.Of(Area, From, To, Text, calendar), cancellation);
    }
}
