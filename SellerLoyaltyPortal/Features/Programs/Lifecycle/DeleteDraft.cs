using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>Removes a draft. What was launched is never removed; the draft's history stays.</summary>
public sealed class DeleteDraft(ChangeProgram change)
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
            (ProgramAction.Delete, ProgramStep.Deleted),
            (_, _, _) => Task.FromResult<IReadOnlyList<Error>>([]),
            cancellation
        );
}
