using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Makes the figures that show what a change of a running program does, for members.</summary>
public sealed class LoadRevisionFigures(
    LedgerSnapshots snapshots,
    UnitEconomicsSettings settings,
    TimeProvider clock
)
{
    public async Task<RevisionFigures> RunAsync(
        SellerAccess access,
        ProgramDetails program,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetWholeAsync(access.SellerId, cancellation);
        var economics = await settings.GetAsync(access, cancellation);
        var from = LaunchProgram.FirstDay(access.Calendar, clock.GetUtcNow());
        // Off the circuit's thread: a large ledger takes a moment.
        return await Task.Run(
            () => RevisionFigures.Of(snapshot.Columns, program.LatestMechanic, from, economics.Unit),
            cancellation
        );
    }
}
