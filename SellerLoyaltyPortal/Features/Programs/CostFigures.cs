using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// What the costs of an offer are calculated from, of one ledger on one as-of date. What people spend anyway
/// answers every threshold at once; who rolls off and the sensitivity read the ledger for each threshold.
/// </summary>
public sealed class CostFigures
{
    private readonly BuyerTotals _totals;

    private CostFigures(BuyerTotals totals, AnywayCurve anyway) => (_totals, Anyway) = (totals, anyway);

    public AnywayCurve Anyway { get; }

    /// <summary>About what it keeps in memory beside the ledger.</summary>
    public long Bytes => Anyway.Bytes + 4L * _totals.Columns.BuyerCount + 256;

    /// <summary>What a snapshot has to carry for them.</summary>
    public const PurchaseColumnSet Needs = Sensitivity.Needs;

    public static CostFigures Of(PurchaseColumns columns, EligibilityRule rule, DayNumber asOf) =>
        new(BuyerTotalsCalculator.Calculate(columns, rule, asOf), AnywayCurve.Of(columns, rule, asOf));

    /// <summary>Reads the whole ledger: not on a circuit's thread.</summary>
    public CostDetails DetailsAt(Money threshold)
    {
        var rollOff = RollOff.Forecast(_totals, threshold, horizon: 90);
        var rule = _totals.Rule;
        var cells = Sensitivity.Of(_totals.Columns, rule, _totals.AsOf, threshold);
        var own = cells.Single(c => c.PriceBase == rule.PriceBase && c.ReturnRule == rule.ReturnRule);
        return new(
            threshold,
            (rollOff.BelowAfter(30), rollOff.BelowAfter(60), rollOff.BelowAfter(90)),
            [
                .. cells.Select(c => new SensitivityLine(
                    $"PriceBase.{c.PriceBase}",
                    $"ReturnRule.{c.ReturnRule}",
                    c.Buyers,
                    c.Buyers - own.Buyers,
                    c == own
                )),
            ]
        );
    }
}
