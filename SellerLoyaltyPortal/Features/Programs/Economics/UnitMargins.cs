using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Economics;

/// <summary>
/// What is left of 1 of undiscounted price, before and with a discount, and what follows from it. Exact:
/// shares are basis points, so every product is a finite decimal.
/// </summary>
public sealed record UnitMargins
{
    private UnitMargins(UnitEconomics unit, Percent discount)
    {
        var (k, c, v) = (Share(unit.Commission), Share(unit.OptionCommission), Share(unit.UnitCost));
        var d = Share(discount);
        (Unit, Discount) = (unit, discount);
        Before = 1 - k - v;
        After = (1 - d) * (1 - k - c) - v;
        SubsidyRate = d * (1 - k - c) + c;
        LimitDiscount = 1 - k - c > 0 ? 1 - v / (1 - k - c) : null;
    }

    public UnitEconomics Unit { get; }

    public Percent Discount { get; }

    /// <summary>m0 = 1 − k − v.</summary>
    public decimal Before { get; }

    /// <summary>m1 = (1 − d)(1 − k − c) − v.</summary>
    public decimal After { get; }

    /// <summary>d(1 − k − c) + c = m0 − m1: what a sale that would come anyway loses, per 1 of its price.</summary>
    public decimal SubsidyRate { get; }

    /// <summary>
    /// 1 − v/(1 − k − c): the discount at which a unit leaves nothing. Negative where one loses money
    /// already without; null where commissions take everything.
    /// </summary>
    public decimal? LimitDiscount { get; }

    /// <summary>Whether a unit with the discount still leaves something: only then can more sales make up for it.</summary>
    public bool CanPay => After > 0;

    /// <summary>
    /// u* = m0/m1 − 1: by how much the units of those who get the discount must grow for the profit on them
    /// to stay; null where no growth is enough.
    /// </summary>
    public decimal? BreakEvenUplift => CanPay ? Before / After - 1 : null;

    /// <summary>
    /// 1/(1 − d): how many times the units a buyer at the threshold needs to stay there when discounted
    /// purchases count at the discounted price; null at a discount of everything.
    /// </summary>
    public decimal? RequalifyingFactor =>
        Discount.BasisPoints < Percent.Whole ? 1 / (1 - Share(Discount)) : null;

    public static UnitMargins Of(UnitEconomics unit, Percent discount) => new(unit, discount);

    /// <summary>What sales that would come anyway lose together, in 1/10,000, half to even.</summary>
    public Money Subsidy(Money baseline) =>
        Money.FromDecimal(decimal.Round(baseline.ToDecimal() * SubsidyRate, 4, MidpointRounding.ToEven));

    private static decimal Share(Percent percent) => percent.BasisPoints / (decimal)Percent.Whole;
}
