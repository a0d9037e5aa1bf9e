using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>The pages' numbers as JSON, for members who are signed in. A missing as-of date is the page's default.</summary>
internal static class AnalyticsEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/sellers/{Seller}/api/analytics").RequireAuthorization(Policies.SellerMember);
        api.MapGet("retention", RetentionAsync);
        api.MapGet("ltv", ValueAsync);
        api.MapGet("buyers", BuyersAsync);
    }

    private static async Task<Results<Ok<RetentionAnswer>, NotFound, BadRequest>> RetentionAsync(
        HttpContext http,
        [AsParameters] Services services,
        [FromRoute(Name = "Seller")] string seller,
        string? asOf,
        CohortPeriod period = CohortPeriod.Month
    )
    {
        var (access, day) = await services.ReadAsync(http, seller, asOf);
        if (access is null)
            return TypedResults.NotFound();
        if (day is null || !Enum.IsDefined(period))
            return TypedResults.BadRequest();
        var view = await services.Queries.RetentionAsync(
            access,
            day.Value,
            period,
            BuyerFilter.Everybody,
            compared: null,
            http.RequestAborted
        );
        return view is null ? TypedResults.NotFound() : TypedResults.Ok(RetentionAnswer.From(view, access));
    }

    private static async Task<Results<Ok<ValueAnswer>, NotFound, BadRequest>> ValueAsync(
        HttpContext http,
        [AsParameters] Services services,
        [FromRoute(Name = "Seller")] string seller,
        string? asOf,
        CohortPeriod period = CohortPeriod.Month,
        ValuePrice price = ValuePrice.Paid
    )
    {
        var (access, day) = await services.ReadAsync(http, seller, asOf);
        if (access is null)
            return TypedResults.NotFound();
        if (day is null || !Enum.IsDefined(period) || !Enum.IsDefined(price))
            return TypedResults.BadRequest();
        var view = await services.Queries.ValueAsync(
            access,
            day.Value,
            period,
            price,
            BuyerFilter.Everybody,
            http.RequestAborted
        );
        return view is null ? TypedResults.NotFound() : TypedResults.Ok(ValueAnswer.From(view, access));
    }

    private static async Task<Results<Ok<BuyersAnswer>, NotFound, BadRequest>> BuyersAsync(
        HttpContext http,
        [AsParameters] Services services,
        [FromRoute(Name = "Seller")] string seller,
        string? asOf,
        int skip = 0,
        int take = 50
    )
    {
        var (access, day) = await services.ReadAsync(http, seller, asOf);
        if (access is null)
            return TypedResults.NotFound();
        if (day is null || skip < 0 || take is < 1 or > 1000)
            return TypedResults.BadRequest();
        var board = await services.Queries.BoardAsync(
            access,
            EligibilityRule.Default,
            day.Value,
            http.RequestAborted
        );
        return TypedResults.Ok(BuyersAnswer.From(board, new() { Skip = skip, Take = take }, access));
    }

    private sealed record Services(AnalyticsQueries Queries, SellerDirectory Directory, SellerDays Days)
    {
        /// <returns>No access: no such seller for this person. No day: the date could not be read.</returns>
        public async Task<(SellerAccess? Access, DayNumber? AsOf)> ReadAsync(
            HttpContext http,
            string seller,
            string? asOf
        )
        {
            if (await Directory.FindAsync(http.User, seller, http.RequestAborted) is not { } access)
                return (null, null);
            return (
                access,
                asOf is null
                    ? (await Days.GetAsync(access, http.RequestAborted)).DefaultAsOf
                    : DayNumber.TryParse(asOf)
            );
        }
    }
}
