using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What a seller has said of what they keep of a unit; no row while they have said nothing.</summary>
public sealed class SellerEconomics : ISellerOwned
{
    public SellerId SellerId { get; set; }

    /// <inheritdoc cref="UnitEconomics.Commission"/>
    public required Percent Commission { get; set; }

    /// <inheritdoc cref="UnitEconomics.OptionCommission"/>
    public required Percent OptionCommission { get; set; }

    /// <inheritdoc cref="UnitEconomics.UnitCost"/>
    public required Percent UnitCost { get; set; }

    /// <summary>Days for which the marketplace's paid option can't be dropped; null where there is no such lock.</summary>
    public int? OptionLockDays { get; set; }

    /// <summary>
    /// The margin below which a sale is flagged, as a share of the undiscounted price; may be negative, at
    /// zero a flagged sale loses money.
    /// </summary>
    public Percent MarginFloor { get; set; }

    /// <summary>What one order adds for those who are near a threshold; null for the median of the window's orders.</summary>
    public Money? TypicalOrder { get; set; }

    public required Guid ChangedBy { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Grows with every change: two people can't overwrite each other unseen.</summary>
    public int Revision { get; set; }
}
