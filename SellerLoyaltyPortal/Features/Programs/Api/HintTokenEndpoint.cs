using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Programs.Storefront;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary><c>POST /api/v1/buyers/{id}/hint-token</c>: lets a shop show a buyer their own progress.</summary>
internal static class HintTokenEndpoint
{
    private const int UsualMinutes = 60;
    private const int MostMinutes = 24 * 60;
    private const int LongestId = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapApiV1(ApiScope.StorefrontRead, "Storefront")
            .MapPost("buyers/{id}/hint-token", Post)
            .WithName("MakeHintToken")
            .WithSummary("A token, valid from 1 to 1,440 minutes (60), for the buyer's hint in a frame.")
            .WithExample(null, StorefrontExamples.HintToken);

    private static Results<Ok<HintTokenAnswer>, UnprocessableEntity<ApiInvalid>> Post(
        string id,
        HttpContext context,
        HintTokens tokens,
        IStringLocalizer<StorefrontText> texts,
        IStringLocalizer<ApiText> api,
        int minutes = UsualMinutes
    )
    {
        if (minutes is < 1 or > MostMinutes)
            return ApiInvalid.Of([new Error("MinutesAreOutOfRange", "minutes", MostMinutes)], texts, api);
        if (id.Length > LongestId)
            return ApiInvalid.Of([new Error("TextIsMissingOrTooLong", "id", LongestId)], texts, api);
        var access = context.Caller();
        var (token, expires) = tokens.Make(
            access.SellerId,
            access.UserId,
            new BuyerId(id),
            TimeSpan.FromMinutes(minutes)
        );
        return TypedResults.Ok(
            new HintTokenAnswer(token, $"/storefront/{access.Slug}/hint?token={token}", expires)
        );
    }
}
