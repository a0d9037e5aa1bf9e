using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Programs.Quotes;
using SellerLoyaltyPortal.Features.Programs.Storefront;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>What a storefront asks: a buyer's discount, that of many buyers, the prices of a basket.</summary>
internal static class StorefrontEndpoints
{
    private const int MostBuyers = 1_000;
    private const int LongestId = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapApiV1(ApiScope.StorefrontRead, "Storefront");
        group
            .MapGet("buyers/{id}/discount", GetAsync)
            .WithName("GetBuyerDiscount")
            .WithSummary("The buyer's discount now, how far the next step is, and the text for the hint.")
            .Produces<BuyerDiscountAnswer>()
            .WithExample(null, StorefrontExamples.Discount);
        group
            .MapPost("buyers/discounts", PostBatchAsync)
            .WithName("GetBuyerDiscounts")
            .WithSummary("The same for up to 1,000 buyers.")
            .Produces<BuyerDiscountList>()
            .WithExample(
                StorefrontExamples.Buyers,
                $$"""{ "answers": [ {{StorefrontExamples.Discount}} ] }"""
            );
        group
            .MapPost("quote", PostQuoteAsync)
            .WithName("GetQuote")
            .WithSummary("The price of every item of a basket, which discount won and why.")
            .Produces<QuoteAnswer>()
            .WithExample(StorefrontExamples.Basket, StorefrontExamples.Quote);
    }

    private static ValueTask<JsonAnswer<BuyerDiscountAnswer>> GetAsync(
        string id,
        HttpContext context,
        StorefrontDays days
    )
    {
        var day = days.GetAsync(context.Caller(), context.RequestAborted);
        return day.IsCompletedSuccessfully ? new(Answer(day.Result, id)) : WaitAsync();

        async ValueTask<JsonAnswer<BuyerDiscountAnswer>> WaitAsync() => Answer(await day, id);
    }

    private static JsonAnswer<BuyerDiscountAnswer> Answer(StorefrontDay day, string id) =>
        new(StatusCodes.Status200OK, day.AnswerFor(id), StorefrontJson.Default.BuyerDiscountAnswer);

    private static async Task<
        Results<JsonAnswer<BuyerDiscountList>, UnprocessableEntity<ApiInvalid>>
    > PostBatchAsync(
        BuyersRequest request,
        HttpContext context,
        StorefrontDays days,
        IStringLocalizer<StorefrontText> texts,
        IStringLocalizer<ApiText> api
    )
    {
        if (request.Buyers is not { Count: > 0 and <= MostBuyers } buyers)
            return ApiInvalid.Of([new Error("BatchNeedsBuyers", "buyers", MostBuyers)], texts, api);
        var errors = new List<Error>();
        for (var i = 0; i < buyers.Count; i++)
        {
            if (buyers[i] is not { Length: > 0 and <= LongestId })
                errors.Add(new Error("TextIsMissingOrTooLong", $"buyers[{i}]", LongestId));
        }
        if (errors.Count > 0)
            return ApiInvalid.Of(errors, texts, api);
        // One state for all of them: the answers of a batch belong together.
        var day = await days.GetAsync(context.Caller(), context.RequestAborted);
        return new JsonAnswer<BuyerDiscountList>(
            StatusCodes.Status200OK,
            new([.. buyers.Select(id => day.AnswerFor(id!))]),
            StorefrontJson.Default.BuyerDiscountList
        );
    }

    private static async Task<
        Results<JsonAnswer<QuoteAnswer>, UnprocessableEntity<ApiInvalid>>
    > PostQuoteAsync(
        QuoteRequest request,
        HttpContext context,
        StorefrontDays days,
        IStringLocalizer<StorefrontText> texts,
        IStringLocalizer<ApiText> api
    )
    {
        var read = QuoteReading.Of(request);
        if (!read.TryGet(out var basket))
            return ApiInvalid.Of(read.Errors, texts, api);
        var day = await days.GetAsync(context.Caller(), context.RequestAborted);
        var loyalty = request.BuyerId is { } buyer
            ? day.Current.Answers.For(new BuyerId(buyer)).Discount
            : default;
        var quote = Quote.Of(
            basket.Items,
            loyalty,
            basket.Promotions,
            day.Terms?.Stacking ?? StackingPolicy.BestForBuyer,
            day.Currency
        );
        return new JsonAnswer<QuoteAnswer>(
            StatusCodes.Status200OK,
            new(
                day.Currency.Code,
                day.Day,
                day.ValidUntil,
                loyalty.ToDecimal(),
                day.Program,
                [.. quote.Items.Select(item => ItemOf(item, texts))],
                quote.Before.TenThousandths,
                quote.Total.TenThousandths
            ),
            StorefrontJson.Default.QuoteAnswer
        );
    }

    private static QuoteAnswer.Item ItemOf(QuotedItem item, IStringLocalizer<StorefrontText> texts) =>
        new(
            item.Item.Sku,
            item.Item.Quantity,
            item.Item.Price.TenThousandths,
            item.UnitPrice.TenThousandths,
            item.Total.TenThousandths,
            item.IsLoyalty ? "loyalty"
                : item.Promotion is not null ? "promotion"
                : "none",
            item.Promotion?.Code,
            JsonNamingPolicy.CamelCase.ConvertName(item.Reason.ToString()),
            texts[$"Why.{item.Reason}"]
        );
}
