using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// What a change of a running program is judged by, of one ledger on the change's first day: made once, then
/// asked for every offer that a person tries.
/// </summary>
public sealed class RevisionFigures
{
    private readonly ThresholdDiscount _before;
    private readonly BuyerTotals _totals;
    private readonly AnywayCurve _anyway;
    private readonly UnitEconomics _unit;

    private RevisionFigures(
        ThresholdDiscount before,
        BuyerTotals totals,
        AnywayCurve anyway,
        UnitEconomics unit
    ) => (_before, _totals, _anyway, _unit) = (before, totals, anyway, unit);

    /// <summary>The first day of the change: the as-of date of all figures.</summary>
    public DayNumber From => _totals.AsOf;

    public DayRange Window => _totals.Window;

    /// <param name="columns">The ledger.</param>
    /// <param name="before">What would hold without the change.</param>
    /// <param name="from">First day of the change.</param>
    /// <param name="unit">For the subsidy.</param>
    public static RevisionFigures Of(
        PurchaseColumns columns,
        Mechanic before,
        DayNumber from,
        UnitEconomics unit
    )
    {
        var terms = TermsOf(before);
        return new(
            terms,
            BuyerTotalsCalculator.Calculate(columns, terms.Rule, from),
            AnywayCurve.Of(columns, terms.Rule, from),
            unit
        );
    }

    /// <summary>Reads all buyers' totals: not on a circuit's thread.</summary>
    public RevisionPreview Compare(Mechanic mechanic)
    {
        var after = TermsOf(mechanic);
        var sameRule = after.Rule == _before.Rule;
        var totals = sameRule ? _totals : BuyerTotalsCalculator.Calculate(_totals.Columns, after.Rule, From);
        var anyway = sameRule ? _anyway : AnywayCurve.Of(_totals.Columns, after.Rule, From);
        var change = QualifiedChange.Between(_totals, _before.Threshold, totals, after.Threshold);
        return new(
            _before,
            after,
            GroupOf(change.Gained),
            GroupOf(change.Kept),
            GroupOf(change.Lost),
            // Whoever qualifies under either rule is in its base; the larger base holds the rest.
            Math.Max(_totals.BuyerCount, totals.BuyerCount)
                - change.Gained.Count
                - change.Kept.Count
                - change.Lost.Count,
            SubsidyOf(_anyway, _before),
            SubsidyOf(anyway, after),
            _anyway.Basis
        );
    }

    private Money SubsidyOf(AnywayCurve anyway, ThresholdDiscount terms) =>
        ProgramCost
            .Of(anyway.At(terms.Threshold), UnitMargins.Of(_unit, terms.Discount), 0, Money.Zero)
            .YearlySubsidy;

    private static RevisionGroup GroupOf(QualifiedGroup group) => new(group.Count, group.RevenueAfter);

    private static ThresholdDiscount TermsOf(Mechanic mechanic) =>
        mechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => (ThresholdDiscount)mechanic,
        };
}
