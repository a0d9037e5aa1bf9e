using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit.Pages;

/// <summary>The log as a file, of a seller and of the operator.</summary>
internal static class AuditEndpoints
{
    private const string ContentType = "text/csv; charset=utf-8";
    private const string FileName = "audit-log.csv";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/sellers/{Seller}/journal.csv", SellersAsync)
            .RequireAuthorization(Policies.SellerOwner);
        routes.MapGet("/operator/journal.csv", OperatorsAsync).RequireAuthorization(Policies.Operator);
    }

    private static async Task<Results<PushStreamHttpResult, NotFound>> SellersAsync(
        [FromRoute(Name = Policies.SellerRouteParameter)] string seller,
        [AsParameters] Asked asked,
        HttpContext http,
        SellerDirectory sellers
    )
    {
        if (await sellers.FindAsync(http.User, seller, http.RequestAborted) is not { } access)
            return TypedResults.NotFound();
        await asked.Log.WriteAsync(
            access.Actor,
            access.SellerId,
            AuditAction.LogExported,
            FileName,
            [],
            http.RequestAborted
        );
        return File(http, access.SellerId, asked, access.Calendar);
    }

    private static async Task<PushStreamHttpResult> OperatorsAsync(
        [AsParameters] Asked asked,
        HttpContext http
    )
    {
        await asked.Log.WriteAsync(
            AuditActor.Person(SellerDirectory.UserIdOf(http.User)!.Value),
            seller: null,
            AuditAction.LogExported,
            FileName,
            [],
            http.RequestAborted
        );
        return File(http, seller: null, asked, AuditFilters.Utc);
    }

    private static PushStreamHttpResult File(
        HttpContext http,
        SellerId? seller,
        Asked asked,
        BusinessCalendar calendar
    )
    {
        var cancellation = http.RequestAborted;
        var filter = AuditFilters.Of(asked.Area, asked.From, asked.To, asked.Text, calendar);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            output =>
                AuditFile.WriteAsync(
                    output,
                    asked.Read.AllAsync(seller, filter, cancellation),
                    asked.Texts,
                    cancellation
                ),
            ContentType,
            FileName
        );
    }

    private sealed record Asked(
        ReadAuditLog Read,
        AuditLog Log,
        IStringLocalizer<AuditText> Texts,
        [FromQuery] string? Area,
        [FromQuery] string? From,
        [FromQuery] string? To,
        [FromQuery] string? Text
    );
}
