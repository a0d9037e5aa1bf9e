using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// What the offer would do for some buyers. The cost is their part of the cost in the constructor, by what the
/// qualified among them spent: over all buyers it is that very cost.
/// </summary>
public sealed record SegmentOffer
{
    private readonly ProgramCost _cost;

    internal SegmentOffer(SegmentStanding standing, ProgramCost cost) => (Standing, _cost) = (standing, cost);

    /// <summary>Who of them would get the discount.</summary>
    public SegmentStanding Standing { get; }

    /// <inheritdoc cref="ProgramCost.YearlySubsidy"/>
    public Money YearlySubsidy => _cost.YearlySubsidy;

    /// <inheritdoc cref="UnitMargins.BreakEvenUplift"/>
    public decimal? BreakEvenUplift => _cost.Margins.BreakEvenUplift;

    /// <inheritdoc cref="ProgramCost.ExtraPerNear"/>
    public Money? ExtraPerNear => _cost.ExtraPerNear;
}
