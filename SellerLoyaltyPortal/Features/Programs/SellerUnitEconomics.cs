using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>The unit economics that a seller's costs are calculated with.</summary>
/// <param name="Unit">The seller's, or the default.</param>
/// <param name="OptionLockDays">See <see cref="SellerEconomics.OptionLockDays"/>.</param>
/// <param name="MarginFloor">
/// See <see cref="SellerEconomics.MarginFloor"/>. By default zero, which needs no assumption: below it a sale
/// loses money.
/// </param>
/// <param name="ChangedAt">Null while the seller has said nothing and the default holds.</param>
/// <param name="Revision">Given back when it is changed; 0 while there is nothing.</param>
/// <param name="CommissionFrom">Where both commissions come from.</param>
/// <param name="UnitCostFrom">Where the unit cost comes from.</param>
/// <param name="TypicalOrder">See <see cref="SellerEconomics.TypicalOrder"/>.</param>
/// <param name="CostCoverage">Which part of the year's revenue the costs by article are of, where it comes from them.</param>
public sealed record SellerUnitEconomics(
    UnitEconomics Unit,
    int? OptionLockDays,
    Percent MarginFloor,
    DateTimeOffset? ChangedAt,
    int Revision,
    EconomicsSource CommissionFrom = EconomicsSource.Seller,
    EconomicsSource UnitCostFrom = EconomicsSource.Seller,
    double? CostCoverage = null,
    Money? TypicalOrder = null
)
{
    public static readonly SellerUnitEconomics Default = new(
        UnitEconomics.Default,
        null,
        default,
        null,
        0,
        EconomicsSource.Example,
        EconomicsSource.Example
    );

    public bool IsDefault => ChangedAt is null;

    internal static SellerUnitEconomics From(SellerEconomics stored) =>
        new(
            new UnitEconomics(stored.Commission, stored.OptionCommission, stored.UnitCost),
            stored.OptionLockDays,
            stored.MarginFloor,
            stored.ChangedAt,
            stored.Revision,
            TypicalOrder: stored.TypicalOrder
        );

    /// <summary>Days that a seller is bound to by a launch with this minimum life.</summary>
    public int BoundDays(int minimumLifeDays) => Math.Max(minimumLifeDays, OptionLockDays ?? 0);
}
