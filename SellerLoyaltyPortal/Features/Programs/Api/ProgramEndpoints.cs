using Microsoft.AspNetCore.Http.HttpResults;
using SellerLoyaltyPortal.Features.Api;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>The seller's programs with their versions and history, as the Programs page shows them.</summary>
internal static class ProgramEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapApiV1(ApiScope.ProgramsRead, "Programs");
        group
            .MapGet("programs", ListAsync)
            .WithName("GetPrograms")
            .WithSummary("All programs of the seller, drafts included.")
            .WithExample(null, ProgramExamples.List);
        group
            .MapGet("programs/{id:long}", FindAsync)
            .WithName("GetProgram")
            .WithSummary("A program with its versions and its history.")
            .Produces<ApiProblem>(StatusCodes.Status404NotFound)
            .WithExample(null, ProgramExamples.History);
    }

    private static async Task<ProgramListAnswer> ListAsync(
        HttpContext context,
        ProgramList programs,
        TimeProvider clock
    )
    {
        var access = context.Caller();
        var all = await programs.AllAsync(access, context.RequestAborted);
        return new(
            access.Currency.Code,
            access.Calendar.DayOf(clock.GetUtcNow()).ToString(),
            [.. all.Select(p => ProgramAnswer.Of(p.Program))]
        );
    }

    private static async Task<Results<Ok<ProgramHistoryAnswer>, NotFound>> FindAsync(
        long id,
        HttpContext context,
        ProgramList programs,
        ProgramVersions versions
    )
    {
        var access = context.Caller();
        var all = await programs.AllAsync(access, context.RequestAborted);
        if (all.SingleOrDefault(p => p.Program.Id == id) is not { } found)
            return TypedResults.NotFound();
        var decided = await versions.OfAsync(access, id, context.RequestAborted);
        return TypedResults.Ok(
            new ProgramHistoryAnswer(
                ProgramAnswer.Of(found.Program),
                [
                    .. decided.Select(v => new ProgramHistoryAnswer.Version(
                        v.Number,
                        OfferAnswer.Of(v.Mechanic),
                        v.From.ToString(),
                        v.Until?.ToString(),
                        v.NeverHeld,
                        v.DecidedAt,
                        v.By
                    )),
                ],
                [
                    .. found.History.Select(s => new ProgramHistoryAnswer.Step(
                        OfferAnswer.Word(s.Step),
                        s.At,
                        s.IsByClock,
                        s.By
                    )),
                ]
            )
        );
    }
}
