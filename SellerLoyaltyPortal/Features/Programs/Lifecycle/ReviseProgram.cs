using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// Changes the offer of a running program: a new version that holds from 00:00 of the next business day. A
/// further change on the same day takes the place of the first; one back to the present offer undoes it.
/// </summary>
public sealed class ReviseProgram(ChangeProgram change, IOptions<ProgramLimits> limits)
{
    public Task<Result<ProgramDetails>> RunAsync(
        SellerAccess access,
        long id,
        int revision,
        Mechanic mechanic,
        CancellationToken cancellation
    ) =>
        change.RunAsync(
            access,
            id,
            revision,
            (ProgramAction.Change, ProgramStep.Changed),
            (context, program, now) =>
            {
                var from = LaunchProgram.FirstDay(access.Calendar, now);
                if (Refusals(program, mechanic, from) is { Count: > 0 } errors)
                    return Task.FromResult(errors);
                program.NextVersion = (program.NextVersion ?? program.Version) + 1;
                program.NextVersionFrom = from;
                program.NextMechanicJson = MechanicJson.Write(mechanic);
                context.Add(
                    new ProgramVersion
                    {
                        ProgramId = program.Id,
                        Number = program.NextVersion.Value,
                        EffectiveFrom = from,
                        MechanicJson = program.NextMechanicJson,
                        DecidedBy = access.UserId,
                        DecidedAt = now,
                    }
                );
                return Task.FromResult<IReadOnlyList<Error>>([]);
            },
            cancellation
        );

    private IReadOnlyList<Error> Refusals(LoyaltyProgram program, Mechanic mechanic, DayNumber from)
    {
        var errors = MechanicValidation.Check(mechanic, limits.Value);
        if (errors.Count > 0)
            return errors;
        if (mechanic == MechanicJson.Read(program.NextMechanicJson ?? program.MechanicJson))
            return [ProgramRules.ChangeChangesNothing];
        return
            !limits.Value.MayWorsenInMinimumLife
            && from <= program.MinimumLifeEnds
            && MechanicComparison.CanBeWorse(MechanicJson.Read(program.MechanicJson), mechanic)
            ? [ProgramRules.OfferCannotWorsenInMinimumLife(program.MinimumLifeEnds.Value)]
            : [];
    }
}
