using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Health;

/// <summary>What a check came to.</summary>
/// <param name="Check">Which.</param>
/// <param name="Count">Lines, gaps or buyers that it found; 0 is good.</param>
/// <param name="Days">The first and last day that it concerns; null where none does.</param>
/// <param name="Buyer">The largest buyer, where that is what it is about.</param>
/// <param name="Share">Of lines or revenue, as a fraction.</param>
/// <param name="Files">Stored files in which it was found, where that is what it is about.</param>
public sealed record QualityFinding(
    QualityCheck Check,
    long Count,
    DayRange? Days = null,
    BuyerId? Buyer = null,
    double Share = 0,
    int Files = 0
)
{
    public bool IsGood => Count == 0;
}
