using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Purchases.Events;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Features.Purchases.Mapping;

namespace SellerLoyaltyPortal.Features.Purchases.Api;

/// <summary><c>POST /api/v1/purchases</c>: a feed's lines, each stored once, durable before the answer.</summary>
internal static class PurchaseEventsEndpoint
{
    private const string RetryAfterSeconds = "1";

    private const string Request = """
        {
          "lines": [
            {
              "lineId": "o-1001-1", "version": 1, "buyerId": "b-42", "orderId": "o-1001", "sku": "TEA-100",
              "category": "tea", "quantity": 2, "listPrice": 4990000, "sellerPrice": 4490000,
              "paidPrice": 4490000, "boughtAt": "2026-11-21T18:05:00+03:00"
            },
            {
              "lineId": "o-1001-2", "buyerId": "b-42", "orderId": "o-1001", "sku": "CUP-7", "quantity": 1,
              "listPrice": 12000000, "boughtAt": "2026-11-21", "returnedAt": "2026-11-22", "returnedQuantity": 1
            }
          ]
        }
        """;

    private const string Response = """
        {
          "stored": 2, "corrected": 0, "unchanged": 0, "refused": 0,
          "results": [
            { "index": 0, "lineId": "o-1001-1", "outcome": "stored", "problems": null },
            { "index": 1, "lineId": "o-1001-2", "outcome": "stored", "problems": null }
          ]
        }
        """;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapApiV1(ApiScope.PurchasesWrite, "Purchases")
            .MapPost("purchases", PostAsync)
            .WithName("SendPurchases")
            .WithSummary("Stores up to 10,000 purchase lines; answers once they are durable.")
            .Accepts<PurchaseBatch>("application/json")
            .Produces<PurchaseBatchAnswer>(StatusCodes.Status202Accepted)
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest)
            .Produces<ApiProblem>(StatusCodes.Status413PayloadTooLarge)
            .Produces<ApiProblem>(StatusCodes.Status415UnsupportedMediaType)
            .WithExample(Request, Response, StatusCodes.Status202Accepted);

    private static async Task<
        Results<JsonAnswer<PurchaseBatchAnswer>, UnprocessableEntity<ApiInvalid>, StatusCodeHttpResult>
    > PostAsync(
        HttpContext context,
        EventQueue queue,
        SellerDirectory sellers,
        BuyerSecrets secrets,
        TimeProvider clock,
        IStringLocalizer<PurchasesText> texts,
        IStringLocalizer<ApiText> api,
        bool hashBuyers = false
    )
    {
        var access = context.Caller();
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, context.RequestAborted))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var hash = hashBuyers ? await secrets.HashAsync(access.SellerId, context.RequestAborted) : null;
        using var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        // The same limit as a file's: a date further ahead is a typing error.
        var latest = clock.GetUtcNow().AddDays(Instants.MostDaysAhead);
        var read = Read(new EventReader(access.Calendar, latest, hash), body.Content);
        if (!read.TryGet(out var lines))
            return ApiInvalid.Of(read.Errors, texts, api);
        var good = lines.Where(l => l.Line is not null).ToList();
        if (
            good.Count > 0
            && !await queue.StoreAsync(new EventBatch(access.SellerId, good), context.RequestAborted)
        )
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        }
        var answer = new EventAnswer(texts);
        return lines.Any(l => l.IsTaken)
            ? new JsonAnswer<PurchaseBatchAnswer>(
                StatusCodes.Status202Accepted,
                answer.Of(lines),
                EventJson.Default.PurchaseBatchAnswer
            )
            : ApiInvalid.Of(answer.ProblemsOf(lines), api);
    }

    private static SellerLoyaltyPortal.Shared.Result<IReadOnlyList<EventLine>> Read(
        EventReader reader,
        ReadOnlySpan<byte> content
    )
    {
        try
        {
            return reader.Read(content);
        }
        catch (JsonException broken)
        {
            throw new BadHttpRequestException(
                "The body is not JSON.",
                StatusCodes.Status400BadRequest,
                broken
            );
        }
    }
}
