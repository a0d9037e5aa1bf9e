using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Mechanics;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Tells which offer a seller has or is about to have: the running program, or the latest draft.</summary>
public sealed class FindCurrentOffer(ProgramList programs)
{
    public async Task<CurrentOffer> RunAsync(SellerAccess access, CancellationToken cancellation)
    {
        var all = await programs.AllAsync(access, cancellation);
        foreach (var (program, _) in all)
        {
            // The running one comes first, then drafts, the one changed last before others.
            if (program.Status != ProgramStatus.Ended && program.Mechanic is ThresholdDiscount offer)
                return new(
                    offer.Threshold,
                    offer.Discount,
                    offer.Rule,
                    program.Status == ProgramStatus.Draft ? OfferSource.Draft : OfferSource.Program
                );
        }
        return CurrentOffer.Assumed;
    }
}
