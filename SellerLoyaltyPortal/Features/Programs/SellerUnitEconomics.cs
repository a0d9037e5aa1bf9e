using SellerLoyaltyPortal.Features.Programs.Economics;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>The unit economics that a seller's costs are calculated with.</summary>
/// <param name="Unit">The seller's, or the default.</param>
/// <param name="OptionLockDays">See <see cref="SellerEconomics.OptionLockDays"/>.</param>
/// <param name="ChangedAt">Null while the seller has said nothing and the default holds.</param>
/// <param name="Revision">Given back when it is changed; 0 while there is nothing.</param>
public sealed record SellerUnitEconomics(
    UnitEconomics Unit,
    int? OptionLockDays,
    DateTimeOffset? ChangedAt,
    int Revision
)
{
    public static readonly SellerUnitEconomics Default = new(UnitEconomics.Default, null, null, 0);

    public bool IsDefault => ChangedAt is null;
}
