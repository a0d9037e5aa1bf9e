using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>One step of the curve.</summary>
/// <param name="Total">A total that some buyer has.</param>
/// <param name="Buyers">Buyers with that total or more.</param>
/// <param name="Revenue">Their totals together.</param>
public readonly record struct ThresholdStep(Money Total, int Buyers, Money Revenue);
