using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// Decides an active program's last day: not before its minimum life is over, not in the past. Buyers keep
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
                program.LastDay = lastDay;
                return Task.FromResult<IReadOnlyList<Error>>([]);
            },
            cancellation
        );

    /// <summary>The first day that may be chosen as the last one.</summary>
    public static DayNumber FirstAllowed(DayNumber earliestLastDay, DayNumber today) =>
        earliestLastDay > today ? earliestLastDay : today;

    private static Error? Refusal(LoyaltyProgram program, DayNumber lastDay, DayNumber today)
    {
        if (program.LastDay is not null)
            return ProgramRules.ProgramIsAlreadyEnding;
        var earliest = program.EarliestLastDay!.Value;
        if (lastDay < earliest)
            return ProgramRules.ProgramCannotEndBeforeMinimumLife(FirstAllowed(earliest, today));
        return lastDay < today ? ProgramRules.LastDayIsPast(today) : null;
    }
}
