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
                if (await context.Set<LoyaltyProgram>().AnyAsync(LoyaltyProgram.IsRunning, cancellation))
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
                program.Version++;
                // The lock as it stands now: a later change of the settings binds later launches only.
                program.OptionLockDays = await context
                    .Set<SellerEconomics>()
                    .Select(e => e.OptionLockDays)
                    .SingleOrDefaultAsync(cancellation);
                context.Add(
                    new ProgramVersion
                    {
                        ProgramId = program.Id,
                        Number = program.Version,
                        EffectiveFrom = program.StartsOn.Value,
                        MechanicJson = program.MechanicJson,
                        DecidedBy = access.UserId,
                        DecidedAt = now,
                    }
                );
                return [];
            },
            cancellation
        );

    /// <summary>The first day of an offer that is launched at this instant.</summary>
    public static DayNumber FirstDay(BusinessCalendar calendar, DateTimeOffset now) =>
        calendar.DayOf(now) + 1;
}
