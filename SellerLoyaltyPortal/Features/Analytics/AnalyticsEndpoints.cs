using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// The pages' numbers as JSON, for members who are signed in, with the pages' own filters. A missing as-of date is
/// the page's default.
/// </summary>
internal static class AnalyticsEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/sellers/{Seller}/api/analytics").RequireAuthorization(Policies.SellerMember);
        api.MapGet("retention", RetentionAsync);
        api.MapGet("ltv", ValueAsync);
        api.MapGet("forecast", ForecastAsync);
        api.MapGet("buyers", BuyersAsync);
    }

    private static async Task<Results<Ok<RetentionAnswer>, NotFound, BadRequest>> RetentionAsync(
        HttpContext http,
        [AsParameters] Services services,
        [FromRoute(Name = "Seller")] string seller,
        CohortPeriod period = CohortPeriod.Month
    )
    {
        var (access, scope) = await services.ReadAsync(http, seller);
        if (access is null)
            return TypedResults.NotFound();
        if (scope is null || !Enum.IsDefined(period))
            return TypedResults.BadRequest();
        var view = await services.Queries.RetentionAsync(access, scope, period, http.RequestAborted);
        return view is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(RetentionAnswer.From(view, scope, access));
    }

    private static async Task<Results<Ok<ValueAnswer>, NotFound, BadRequest>> ValueAsync(
        HttpContext http,
        [AsParameters] Services services,
        [FromRoute(Name = "Seller")] string seller,
        CohortPeriod period = CohortPeriod.Month,
        ValuePrice price = ValuePrice.Paid
    )
    {
        var (access, scope) = await services.ReadAsync(http, seller);
        if (access is null)
            return TypedResults.NotFound();
        if (scope is null || !Enum.IsDefined(period) || !Enum.IsDefined(price))
            return TypedResults.BadRequest();
        var view = await services.Queries.ValueAsync(access, scope, period, price, http.RequestAborted);
        return view is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(ValueAnswer.From(view, scope, access));
    }

    private static async Task<Results<Ok<ForecastAnswer>, NotFound, BadRequest>> ForecastAsync(
        HttpContext http,
        [AsParameters] Services services,
        ForecastQueries forecasts,
        [FromRoute(Name = "Seller")] string seller,
        ValuePrice price = ValuePrice.Paid,
        CohortPeriod period = CohortPeriod.Month
    )
    {
        var (access, scope) = await services.ReadAsync(http, seller);
        if (access is null)
            return TypedResults.NotFound();
        if (scope is null || !Enum.IsDefined(price) || !Enum.IsDefined(period))
            return TypedResults.BadRequest();
        var view = await forecasts.ForecastAsync(
            access,
            scope,
            price,
            365,
            ForecastQueries.YearlyDiscount,
            http.RequestAborted
        );
        var ahead = await forecasts.CohortsAsync(access, scope, period, price, http.RequestAborted);
        return TypedResults.Ok(ForecastAnswer.From(view, ahead, scope, access));
    }

    private static async Task<Results<Ok<BuyersAnswer>, NotFound, BadRequest>> BuyersAsync(
        HttpContext http,
        [AsParameters] Services services,
        [FromRoute(Name = "Seller")] string seller,
        int skip = 0,
        int take = 50
    )
    {
        var (access, scope) = await services.ReadAsync(http, seller);
        if (access is null)
            return TypedResults.NotFound();
        if (scope is null || skip < 0 || take is < 1 or > 1000)
            return TypedResults.BadRequest();
        var board = await services.Queries.BoardAsync(access, scope, http.RequestAborted);
        return TypedResults.Ok(BuyersAnswer.From(board, new() { Skip = skip, Take = take }, scope, access));
    }

    private sealed record Services(AnalyticsQueries Queries, SellerDirectory Directory, SellerDays Days)
    {
        /// <returns>No access: no such seller for this person. No scope: something in the address cannot be read.</returns>
        public async Task<(SellerAccess? Access, AnalyticsScope? Scope)> ReadAsync(
            HttpContext http,
            string seller
        )
        {
            if (await Directory.FindAsync(http.User, seller, http.RequestAborted) is not { } access)
                return (null, null);
            var wrong = new List<string>();
            var filter = FilterAddress.Read(name => http.Request.Query[name], wrong: wrong);
            var now = await Days.GetAsync(access, http.RequestAborted);
            var asOf = http.Request.Query[FilterAddress.AsOf].ToString() is { Length: > 0 } text
                ? DayNumber.TryParse(text)
                : now.DefaultAsOf;
            return (
                access,
                wrong.Count == 0 && asOf is { } day && day <= now.LastAsOf ? new(day, filter) : null
            );
        }
    }
}
