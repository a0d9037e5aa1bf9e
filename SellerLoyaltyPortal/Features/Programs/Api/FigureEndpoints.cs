using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>The constructor's numbers: the exact curve, and everything about one threshold and discount.</summary>
internal static class FigureEndpoints
{
    private const int MostSteps = 10_000;
    private const int UsualSteps = 1_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapApiV1(ApiScope.ProgramsRead, "Constructor");
        group
            .MapGet("curve", CurveAsync)
            .WithName("GetCurve")
            .WithSummary("Buyers who would qualify at every threshold: every step, by pages.")
            .WithExample(null, ProgramExamples.Curve);
        group
            .MapGet("preview", PreviewAsync)
            .WithName("GetPreview")
            .WithSummary("What the constructor shows of a threshold (1/10,000) and a discount (percent).")
            .WithExample(null, ProgramExamples.Preview);
    }

    private static async Task<Results<Ok<CurveAnswer>, UnprocessableEntity<ApiInvalid>>> CurveAsync(
        HttpContext context,
        LedgerSnapshots snapshots,
        ConstructorFiguresCache cache,
        UnitEconomicsSettings settings,
        SellerDays days,
        IStringLocalizer<StorefrontText> texts,
        IStringLocalizer<ApiText> api,
        string? asOf = null,
        string? cursor = null,
        int? limit = null
    )
    {
        var access = context.Caller();
        var errors = new List<Error>();
        var day = await DayAsync();
        if (limit is < 1 or > MostSteps)
            errors.Add(new("LimitIsOutOfRange", "limit", MostSteps));
        var rule = EligibilityRule.Default;
        var ledger = await snapshots.GetAsync(
            access.SellerId,
            ConstructorFigures.Needs(rule),
            context.RequestAborted
        );
        var typicalOrder = (await settings.GetAsync(access, context.RequestAborted)).TypicalOrder;
        var figures = await cache.GetAsync(ledger, rule, day, typicalOrder, context.RequestAborted);
        var after = CursorOf(cursor, ledger.Sequence, errors);
        if (errors.Count > 0)
            return ApiInvalid.Of(errors, texts, api);
        var (steps, isLast) = Page(figures.Curve, after, limit ?? UsualSteps);
        return TypedResults.Ok(
            new CurveAnswer(
                BasisAnswer.Of(access, ledger, rule, day),
                figures.Curve.Buyers,
                figures.Curve.Revenue.TenThousandths,
                figures.TypicalOrder.TenThousandths,
                steps,
                isLast
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"{ledger.Sequence}.{steps[^1].Total}")
            )
        );

        async Task<DayNumber> DayAsync()
        {
            var read = FigureQuery.Day(asOf, errors);
            return read ?? (await days.GetAsync(access, context.RequestAborted)).DefaultAsOf;
        }
    }

    private static async Task<Results<Ok<PreviewAnswer>, UnprocessableEntity<ApiInvalid>>> PreviewAsync(
        HttpContext context,
        LoadPreview preview,
        SellerDays days,
        IOptions<ProgramLimits> limits,
        IStringLocalizer<StorefrontText> texts,
        IStringLocalizer<ProgramsText> rules,
        IStringLocalizer<ApiText> api,
        string? threshold = null,
        string? discount = null,
        string? life = null,
        string? asOf = null
    )
    {
        var access = context.Caller();
        var errors = new List<Error>();
        var day = FigureQuery.Day(asOf, errors);
        var offer = FigureQuery.Offer(threshold, discount, errors);
        var lifeDays = FigureQuery.Days(life, limits.Value.LeastLifeDays, errors);
        if (errors.Count > 0)
            return ApiInvalid.Of(errors, texts, api);
        var refused = MechanicValidation
            .Check(offer!, limits.Value)
            .Concat(MechanicValidation.CheckLife(lifeDays, limits.Value))
            .ToList();
        if (refused.Count > 0)
            return ApiInvalid.Of(
                refused.Select(e => new ApiInvalid.Problem(
                    FigureQuery.NameOf(e.Path),
                    e.Code,
                    rules.Explain(e, access.Currency)
                )),
                api
            );
        day ??= (await days.GetAsync(access, context.RequestAborted)).DefaultAsOf;
        return TypedResults.Ok(
            await preview.RunAsync(access, offer!, lifeDays, day.Value, context.RequestAborted)
        );
    }

    // The total after which a page begins, and the state of the ledger that it is a total of.
    private static long? CursorOf(string? cursor, long sequence, List<Error> errors)
    {
        if (cursor is null)
            return null;
        var parts = cursor.Split('.');
        if (
            parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            || !long.TryParse(
                parts[1],
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var after
            )
        )
            errors.Add(new("CursorIsUnknown", "cursor"));
        else if (of != sequence)
            errors.Add(new("LedgerHasMovedOn", "cursor"));
        else
            return after;
        return null;
    }

    private static (List<CurveAnswer.Step> Steps, bool IsLast) Page(
        ThresholdCurve curve,
        long? after,
        int limit
    )
    {
        var steps = new List<CurveAnswer.Step>(Math.Min(limit, curve.Buyers));
        foreach (var step in curve.Steps)
        {
            if (step.Total.TenThousandths <= after)
                continue;
            if (steps.Count == limit)
                return (steps, IsLast: false);
            steps.Add(new(step.Total.TenThousandths, step.Buyers, step.Revenue.TenThousandths));
        }
        return (steps, IsLast: true);
    }
}
