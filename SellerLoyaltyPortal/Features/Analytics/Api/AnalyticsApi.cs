using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Features.Analytics.Api;

/// <summary><c>/api/v1/analytics/…</c>: the pages' numbers for a seller's machines, with the pages' filters.</summary>
internal static class AnalyticsApi
{
    private const int MostBuyers = 1000;
    private const int LongestHorizon = 1095;

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapApiV1(ApiScope.AnalyticsRead, "Analytics");
        Describe(api.MapGet("analytics/retention", RetentionAsync), "GetRetention")
            .WithSummary(
                "Cohort triangle, weighted averages, share who bought again by day, intervals, months."
            );
        Describe(api.MapGet("analytics/ltv", ValueAsync), "GetLifetimeValue")
            .WithSummary(
                "Cumulative revenue and contribution of every cohort by days since the first purchase."
            );
        Describe(api.MapGet("analytics/forecast", ForecastAsync), "GetForecast")
            .WithSummary(
                "Expected purchases and spend with intervals, of all and by cohort; parameters; the check on held-out weeks."
            );
        Describe(api.MapGet("analytics/buyers", BuyersAsync), "GetBuyers")
            .WithSummary("A page of the buyers' table.");
        Describe(api.MapGet("analytics/buyers/{id}", BuyerAsync), "GetBuyer")
            .WithSummary(
                "One buyer: total, line by line and over time, segment, rhythm, forecast of a year with its interval."
            );
        Describe(api.MapGet("analytics/segments", SegmentsAsync), "GetSegments")
            .WithSummary(
                "RFM segments and grid, threshold bands, rhythms, concentration, and what the current offer would do for each."
            );
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder address, string name) =>
        address.WithName(name).Produces<ApiProblem>(StatusCodes.Status404NotFound);

    private static async Task<
        Results<Ok<RetentionAnswer>, NotFound, UnprocessableEntity<ApiInvalid>>
    > RetentionAsync(
        HttpContext http,
        [AsParameters] ScopeQuery query,
        [AsParameters] Services services,
        [FromQuery, Description("Month (default), Week or Quarter.")] string? period = null
    )
    {
        var asked = await services.ReadAsync(http, query, ("period", IsIn<CohortPeriod>(period)));
        if (asked.Scope is not { } scope)
            return asked.Refusal!;
        var view = await services.Queries.RetentionAsync(
            asked.Access,
            scope,
            Of(period, CohortPeriod.Month),
            http.RequestAborted
        );
        return view is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(RetentionAnswer.From(view, scope, asked.Access));
    }

    private static async Task<Results<Ok<ValueAnswer>, NotFound, UnprocessableEntity<ApiInvalid>>> ValueAsync(
        HttpContext http,
        [AsParameters] ScopeQuery query,
        [AsParameters] Services services,
        [FromQuery, Description("Month (default), Week or Quarter.")] string? period = null,
        [FromQuery, Description("Which price is revenue: Paid (default), Seller or List.")]
            string? price = null
    )
    {
        var asked = await services.ReadAsync(
            http,
            query,
            ("period", IsIn<CohortPeriod>(period)),
            ("price", IsIn<ValuePrice>(price))
        );
        if (asked.Scope is not { } scope)
            return asked.Refusal!;
        var view = await services.Queries.ValueAsync(
            asked.Access,
            scope,
            Of(period, CohortPeriod.Month),
            Of(price, ValuePrice.Paid),
            http.RequestAborted
        );
        return view is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(ValueAnswer.From(view, scope, asked.Access));
    }

    private static async Task<Results<Ok<ForecastAnswer>, UnprocessableEntity<ApiInvalid>>> ForecastAsync(
        HttpContext http,
        [AsParameters] ScopeQuery query,
        [AsParameters] Services services,
        [FromQuery, Description("Which price is spend: Paid (default), Seller or List.")]
            string? price = null,
        [FromQuery, Description("How far to look ahead, 1 to 1,095 days; 365 by default.")]
            int horizonDays = 365,
        [FromQuery, Description("Width of the cohorts: Month (default), Week or Quarter.")]
            string? period = null
    )
    {
        var asked = await services.ReadAsync(
            http,
            query,
            ("price", IsIn<ValuePrice>(price)),
            ("horizonDays", horizonDays is >= 1 and <= LongestHorizon),
            ("period", IsIn<CohortPeriod>(period))
        );
        if (asked.Scope is not { } scope)
            return asked.Refusal!;
        var view = await services.Forecasts.ForecastAsync(
            asked.Access,
            scope,
            Of(price, ValuePrice.Paid),
            horizonDays,
            ForecastQueries.YearlyDiscount,
            http.RequestAborted
        );
        var ahead = await services.Forecasts.CohortsAsync(
            asked.Access,
            scope,
            Of(period, CohortPeriod.Month),
            Of(price, ValuePrice.Paid),
            http.RequestAborted
        );
        return TypedResults.Ok(ForecastAnswer.From(view, ahead, scope, asked.Access));
    }

    private static async Task<Results<Ok<BuyersAnswer>, UnprocessableEntity<ApiInvalid>>> BuyersAsync(
        HttpContext http,
        [AsParameters] ScopeQuery query,
        [AsParameters] Services services,
        [FromQuery, Description("None, OnTime, AtRisk or Silent: silence against the buyer's own rhythm.")]
            string? rhythm = null,
        [FromQuery, Description("Total (default), Orders, DaysSinceLast or Interval.")] string? sort = null,
        [FromQuery, Description("Only this recency score, 1 to 5.")] int? recency = null,
        [FromQuery, Description("Only this frequency score, 1 to 5.")] int? frequency = null,
        [FromQuery, Description("The least first.")] bool ascending = false,
        [FromQuery, Description("Ids that begin so.")] string? find = null,
        [FromQuery] int skip = 0,
        [FromQuery, Description("1 to 1,000; 50 by default.")] int take = 50
    )
    {
        var asked = await services.ReadAsync(
            http,
            query,
            ("rhythm", IsIn<BuyerRhythm>(rhythm)),
            ("sort", IsIn<BuyerSort>(sort)),
            ("recency", recency is null or >= 1 and <= 5),
            ("frequency", frequency is null or >= 1 and <= 5),
            ("skip", skip >= 0),
            ("take", take is >= 1 and <= MostBuyers)
        );
        if (asked.Scope is not { } scope)
            return asked.Refusal!;
        var board = await services.Queries.BoardAsync(asked.Access, scope, http.RequestAborted);
        var list = new BuyerQuery
        {
            Rhythm = rhythm is null ? null : Of(rhythm, BuyerRhythm.None),
            Recency = recency,
            Frequency = frequency,
            Sort = Of(sort, BuyerSort.Total),
            Ascending = ascending,
            IdStart = find,
            Skip = skip,
            Take = take,
        };
        return TypedResults.Ok(BuyersAnswer.From(board, list, scope, asked.Access));
    }

    private static async Task<Results<Ok<BuyerAnswer>, NotFound, UnprocessableEntity<ApiInvalid>>> BuyerAsync(
        HttpContext http,
        string id,
        [FromQuery(Name = FilterAddress.AsOf), Description("Last business day that is looked at.")]
            string? asOf,
        [AsParameters] Services services
    )
    {
        var query = new ScopeQuery(asOf, null, null, null, null, null, null, null);
        var asked = await services.ReadAsync(http, query);
        if (asked.Scope is not { } scope)
            return asked.Refusal!;
        var (access, cancellation) = (asked.Access, http.RequestAborted);
        var profile = await services.Queries.BuyerAsync(access, new(id), scope.AsOf, cancellation);
        if (profile is null)
            return TypedResults.NotFound();
        var forecast = profile.Summary is { } summary
            ? await services.Forecasts.OfBuyerAsync(
                access,
                scope.AsOf,
                summary,
                BuyerAnswer.HorizonDays,
                cancellation
            )
            : null;
        var offer = await services.Queries.OfferAsync(access, cancellation);
        return TypedResults.Ok(BuyerAnswer.From(profile, offer, forecast, scope, access));
    }

    private static async Task<Results<Ok<SegmentsAnswer>, UnprocessableEntity<ApiInvalid>>> SegmentsAsync(
        HttpContext http,
        [AsParameters] ScopeQuery query,
        [AsParameters] Services services
    )
    {
        var asked = await services.ReadAsync(http, query);
        if (asked.Scope is not { } scope)
            return asked.Refusal!;
        var board = await services.Queries.BoardAsync(asked.Access, scope, http.RequestAborted);
        var offers = await services.Offers.RunAsync(asked.Access, board, new(), http.RequestAborted);
        return TypedResults.Ok(SegmentsAnswer.From(board, offers, scope, asked.Access));
    }

    private static bool IsIn<T>(string? text)
        where T : struct, Enum =>
        text is null || (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value));

    private static T Of<T>(string? text, T fallback)
        where T : struct, Enum => text is null ? fallback : Enum.Parse<T>(text, ignoreCase: true);

    internal sealed record Services(
        AnalyticsQueries Queries,
        ForecastQueries Forecasts,
        LoadSegmentOffers Offers,
        SellerDays Days,
        IStringLocalizer<AnalyticsText> Texts,
        IStringLocalizer<ApiText> Api
    )
    {
        /// <param name="http">Whose key says which seller.</param>
        /// <param name="query">Date and filter.</param>
        /// <param name="others">Names of other parameters, and whether their values can be taken.</param>
        public async Task<Asked> ReadAsync(
            HttpContext http,
            ScopeQuery query,
            params (string Name, bool IsGood)[] others
        )
        {
            var access = http.Caller();
            var (scope, refusal) = await query.ReadAsync(access, Days, Texts, Api, http.RequestAborted);
            var wrong = others.Where(o => !o.IsGood).Select(o => ScopeQuery.Problem(o.Name, Texts)).ToList();
            return wrong.Count == 0
                ? new(access, scope, refusal)
                : new(access, null, ApiInvalid.Of([.. refusal?.Value?.Errors ?? [], .. wrong], Api));
        }
    }

    internal sealed record Asked(
        SellerAccess Access,
        AnalyticsScope? Scope,
        UnprocessableEntity<ApiInvalid>? Refusal
    );
}
