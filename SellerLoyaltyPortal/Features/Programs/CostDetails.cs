using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What the ledger says of one threshold beyond the curve.</summary>
/// <param name="Threshold">Which.</param>
/// <param name="RollOff">Of those who qualify now, who would not 30, 60 and 90 days later if nobody bought anything more.</param>
/// <param name="Sensitivity">The threshold under every price base and return rule.</param>
public sealed record CostDetails(
    Money Threshold,
    (int In30, int In60, int In90) RollOff,
    IReadOnlyList<SensitivityLine> Sensitivity
);
