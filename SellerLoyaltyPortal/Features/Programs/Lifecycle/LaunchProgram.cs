using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// Draft → scheduled: buyers get the offer from 00:00 of the seller's next business day. A seller has one
/// loyalty discount at a time; the limits are asked again, they may have moved since the draft was saved.
/// </summary>
public sealed class LaunchProgram(ChangeProgram change, IOptions<ProgramLimits> limits)
{
    public Task<Result<ProgramDetails>> RunAsync(
        SellerAccess access,
        long id,
        int revision,
        CancellationToken cancellation
    ) =>
        change.RunAsync(
            access,
            id,
            revision,
            (ProgramAction.Launch, ProgramStep.Launched),
            async (context, program, now) =>
            {
                var isRunning = await context
                    .Set<LoyaltyProgram>()
                    .AnyAsync(
                        p => p.Status == ProgramStatus.Scheduled || p.Status == ProgramStatus.Active,
                        cancellation
                    );
                if (isRunning)
                    return [ProgramRules.SellerAlreadyHasRunningProgram];
                List<Error> errors =
                [
                    .. MechanicValidation.Check(MechanicJson.Read(program.MechanicJson), limits.Value),
                    .. MechanicValidation.CheckLife(program.MinimumLifeDays, limits.Value),
                ];
                if (errors.Count > 0)
                    return errors;
                program.Status = ProgramStatus.Scheduled;
                program.StartsOn = FirstDay(access.Calendar, now);
                return [];
            },
            cancellation
        );

    /// <summary>The first day of an offer that is launched at this instant.</summary>
    public static DayNumber FirstDay(BusinessCalendar calendar, DateTimeOffset now) =>
        calendar.DayOf(now) + 1;
}
