using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>Scheduled → draft, as long as its first day has not begun.</summary>
public sealed class WithdrawProgram(ChangeProgram change)
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
            (ProgramAction.Withdraw, ProgramStep.Withdrawn),
            (_, program, _) =>
            {
                program.Status = ProgramStatus.Draft;
                (program.StartsOn, program.OptionLockDays) = (null, null);
                return Task.FromResult<IReadOnlyList<Error>>([]);
            },
            cancellation
        );
}
