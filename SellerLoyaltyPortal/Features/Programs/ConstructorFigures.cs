using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// What the constructor shows of one ledger on one as-of date: made once, then asked at every threshold
/// that the slider passes.
/// </summary>
public sealed class ConstructorFigures
{
    private ConstructorFigures(ThresholdCurve curve, Money medianOrder, Money? typicalOrder) =>
        (Curve, MedianOrder, TypicalOrder, IsTypicalOrderSet) = (
            curve,
            medianOrder,
            typicalOrder ?? medianOrder,
            typicalOrder is not null
        );

    public ThresholdCurve Curve { get; }

    /// <summary>Median order value in the window; zero where there is no order.</summary>
    public Money MedianOrder { get; }

    /// <summary>What one order adds for those who are near: what the seller has set, else the median.</summary>
    public Money TypicalOrder { get; }

    public bool IsTypicalOrderSet { get; }

    /// <summary>About what it keeps in memory.</summary>
    public long Bytes => 16L * Curve.Buyers + 256;

    /// <summary>Names of the rule's choices, for texts.</summary>
    public string PriceBase => Curve.Rule.PriceBase.ToString();

    public string ReturnRule => Curve.Rule.ReturnRule.ToString();

    public DayNumber AsOf => Curve.AsOf;

    public DayRange Window => Curve.Rule.WindowOn(Curve.AsOf);

    /// <summary>What a snapshot has to carry for them.</summary>
    public static PurchaseColumnSet Needs(EligibilityRule rule) => Eligibility.TypicalOrder.Needs(rule);

    public static ConstructorFigures Of(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf)
    {
        var curve = ThresholdCurve.Of(columns, rule, asOf);
        return new(curve, Eligibility.TypicalOrder.MedianOf(columns, rule, asOf) ?? Money.Zero, null);
    }

    /// <summary>The same with the seller's own typical order; these where it is null.</summary>
    public ConstructorFigures With(Money? typicalOrder) =>
        typicalOrder is null ? this : new(Curve, MedianOrder, typicalOrder);

    public ConstructorAnswer At(Money threshold)
    {
        var buyers = Curve.BuyersAt(threshold);
        var revenue = Curve.RevenueAt(threshold);
        return new(
            threshold,
            buyers,
            Curve.Buyers > 0 ? (double)buyers / Curve.Buyers : 0,
            revenue,
            Curve.Revenue > Money.Zero ? (double)revenue.TenThousandths / Curve.Revenue.TenThousandths : 0,
            Curve.NearAt(threshold, TypicalOrder)
        );
    }

    /// <summary>The total of a buyer in the middle of those who are one order away; null where nobody is.</summary>
    public Money? ExampleNear(Money threshold)
    {
        var near = Curve.NearAt(threshold, TypicalOrder);
        return near > 0 ? Curve.TotalAt(Curve.Buyers - Curve.BuyersAt(threshold) - 1 - near / 2) : null;
    }
}
