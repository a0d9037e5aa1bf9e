using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>Offers against each other: programs side by side, and a running one before and after a change.</summary>
internal static class OfferEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapApiV1(ApiScope.ProgramsRead, "Programs");
        group
            .MapGet("programs/compare", CompareAsync)
            .WithName("ComparePrograms")
            .WithSummary("Up to four programs, drafts among them, side by side on one date.")
            .WithExample(null, ProgramExamples.Comparison);
        group
            .MapGet("programs/{id:long}/change", ChangeAsync)
            .WithName("PreviewChange")
            .WithSummary(
                "Who gains, who loses, who is untouched and the money, were a running program changed."
            )
            .Produces<ApiProblem>(StatusCodes.Status404NotFound)
            .WithExample(null, ProgramExamples.Change);
    }

    private static async Task<Results<Ok<ComparisonAnswer>, UnprocessableEntity<ApiInvalid>>> CompareAsync(
        HttpContext context,
        ProgramList programs,
        LoadComparison comparison,
        LedgerSnapshots snapshots,
        SellerDays days,
        IStringLocalizer<StorefrontText> texts,
        IStringLocalizer<ApiText> api,
        string? ids = null,
        string? asOf = null
    )
    {
        var access = context.Caller();
        var errors = new List<Error>();
        var day = FigureQuery.Day(asOf, errors);
        var known = (await programs.AllAsync(access, context.RequestAborted)).ToDictionary(
            p => p.Program.Id,
            p => p.Program
        );
        var asked = (ids ?? "")
            .Split(',')
            .Select(text =>
                long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? known.GetValueOrDefault(id)
                    : null
            )
            .ToList();
        if (
            asked.Count > LoadComparison.Most
            || asked.Contains(null)
            || asked.Distinct().Count() < asked.Count
        )
            errors.Add(new("IdsAreNotPrograms", "ids", LoadComparison.Most));
        if (errors.Count > 0)
            return ApiInvalid.Of(errors, texts, api);
        day ??= (await days.GetAsync(access, context.RequestAborted)).DefaultAsOf;
        var ledger = await snapshots.GetWholeAsync(access.SellerId, context.RequestAborted);
        var compared = await comparison.RunAsync(access, [.. asked!], day.Value, context.RequestAborted);
        return TypedResults.Ok(
            ComparisonAnswer.Of(
                BasisAnswer.Of(access, ledger, compared.Figures.Curve.Rule, day.Value),
                compared
            )
        );
    }

    private static async Task<
        Results<Ok<ChangeAnswer>, NotFound, UnprocessableEntity<ApiInvalid>>
    > ChangeAsync(
        long id,
        HttpContext context,
        ProgramList programs,
        LoadRevisionFigures revisions,
        LedgerSnapshots snapshots,
        IOptions<ProgramLimits> limits,
        IStringLocalizer<StorefrontText> texts,
        IStringLocalizer<ProgramsText> rules,
        IStringLocalizer<ApiText> api,
        string? threshold = null,
        string? discount = null
    )
    {
        var access = context.Caller();
        var errors = new List<Error>();
        var typed = FigureQuery.Offer(threshold, discount, errors);
        if (await programs.FindAsync(access, id, context.RequestAborted) is not { } program)
            return TypedResults.NotFound();
        if (errors.Count > 0)
            return ApiInvalid.Of(errors, texts, api);
        var latest = TermsOf(program.LatestMechanic);
        var wanted = latest with { Threshold = typed!.Threshold, Discount = typed.Discount };
        List<Error> refused = [.. MechanicValidation.Check(wanted, limits.Value)];
        if (ProgramRules.Refusal(ProgramAction.Change, program.Status) is { } refusal)
            refused = [refusal];
        if (refused.Count > 0)
            return ApiInvalid.Of(
                refused.Select(e => new ApiInvalid.Problem(
                    e.Path is null ? "" : FigureQuery.NameOf(e.Path),
                    e.Code,
                    rules.Explain(e, access.Currency)
                )),
                api
            );
        var ledger = await snapshots.GetWholeAsync(access.SellerId, context.RequestAborted);
        var figures = await revisions.RunAsync(access, program, context.RequestAborted);
        var preview = await Task.Run(() => figures.Compare(wanted), context.RequestAborted);
        return TypedResults.Ok(
            ChangeAnswer.Of(BasisAnswer.Of(access, ledger, latest.Rule, figures.From), preview)
        );
    }

    private static ThresholdDiscount TermsOf(Mechanic mechanic) =>
        mechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => (ThresholdDiscount)mechanic,
        };
}
