using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// Active → ending: decides the last day, not before the minimum life and the paid option's lock are over, not
/// in the past. Buyers keep
/// the discount through that day; the clock ends the program at 00:00 after it.
/// </summary>
public sealed class EndProgram(ChangeProgram change)
{
    public Task<Result<ProgramDetails>> RunAsync(
        SellerAccess access,
        long id,
        int revision,
        DayNumber lastDay,
        CancellationToken cancellation
    ) =>
        change.RunAsync(
            access,
            id,
            revision,
            (ProgramAction.End, ProgramStep.EndDecided),
            (_, program, now) =>
            {
                var today = access.Calendar.DayOf(now);
                if (Refusal(program, lastDay, today) is { } error)
                    return Task.FromResult<IReadOnlyList<Error>>([error]);
                (program.Status, program.LastDay) = (ProgramStatus.Ending, lastDay);
                // What would have begun after the end never begins.
                if (program.NextVersionFrom > lastDay)
                    (program.NextVersion, program.NextVersionFrom, program.NextMechanicJson) = (
                        null,
                        null,
                        null
                    );
                return Task.FromResult<IReadOnlyList<Error>>([]);
            },
            cancellation
        );

    /// <summary>The first day that may be chosen as the last one.</summary>
    public static DayNumber FirstAllowed(DayNumber earliestLastDay, DayNumber today) =>
        earliestLastDay > today ? earliestLastDay : today;

    private static Error? Refusal(LoyaltyProgram program, DayNumber lastDay, DayNumber today)
    {
        var first = FirstAllowed(program.EarliestLastDay!.Value, today);
        if (lastDay < program.MinimumLifeEnds)
            return ProgramRules.ProgramCannotEndBeforeMinimumLife(first);
        if (lastDay < program.OptionLockEnds)
            return ProgramRules.ProgramCannotEndBeforeOptionLock(first, program.OptionLockDays!.Value);
        return lastDay < today ? ProgramRules.LastDayIsPast(today) : null;
    }
}
