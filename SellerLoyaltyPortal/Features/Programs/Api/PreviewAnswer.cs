using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Storefront;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>
/// What the constructor shows of a threshold and a discount. Amounts in 1/10,000 of the currency unit, shares as
/// fractions. None of it is a promise: what buyers will change nobody knows before it is measured.
/// </summary>
/// <param name="Basis">Window, date and rule.</param>
/// <param name="Threshold">As it was asked.</param>
/// <param name="Discount">In percent, as it was asked.</param>
/// <param name="LifeDays">Days that it would live at least.</param>
/// <param name="StartsOn">Its first business day, were it launched now.</param>
/// <param name="EarliestLastDay">The first day that could then be its last one.</param>
/// <param name="Buyers">Who would get it (F1).</param>
/// <param name="RollOff">Of those, who would not any more if nobody bought anything (F2).</param>
/// <param name="Anyway">What is paid to people who come anyway rests on this (F3).</param>
/// <param name="Unit">What the seller keeps of a unit.</param>
/// <param name="Margins">Of a unit, per 1 of its undiscounted price (F4, F5).</param>
/// <param name="Cost">The money (F3, F6, F7).</param>
/// <param name="HeatMap">Subsidy and uplift over thresholds and discounts, by threshold, then discount.</param>
/// <param name="Sensitivity">The threshold under every price base and return rule.</param>
/// <param name="Goods">Which goods it pushes below the margin floor; null while no cost of goods is known.</param>
/// <param name="Hint">What buyers would be told.</param>
public sealed record PreviewAnswer(
    BasisAnswer Basis,
    long Threshold,
    decimal Discount,
    int LifeDays,
    string StartsOn,
    string EarliestLastDay,
    PreviewAnswer.BuyersPart Buyers,
    PreviewAnswer.RollOffPart RollOff,
    PreviewAnswer.AnywayPart Anyway,
    PreviewAnswer.UnitPart Unit,
    PreviewAnswer.MarginsPart Margins,
    PreviewAnswer.CostPart Cost,
    IReadOnlyList<PreviewAnswer.Cell> HeatMap,
    IReadOnlyList<PreviewAnswer.Variant> Sensitivity,
    GoodsAnswer? Goods,
    PreviewAnswer.HintPart Hint
)
{
    /// <param name="Qualify">Who would get the discount.</param>
    /// <param name="ShareOfBuyers">Of those with purchases in the window.</param>
    /// <param name="Revenue">Their totals.</param>
    /// <param name="ShareOfRevenue">Of all totals in the window.</param>
    /// <param name="Near">Who would with one typical order more.</param>
    /// <param name="TypicalOrder">Median order in the window, or what the seller has set instead.</param>
    /// <param name="InWindow">Buyers with purchases in the window.</param>
    /// <param name="RevenueInWindow">All their totals.</param>
    /// <param name="ExampleNear">A total from the middle of those who are near; null where nobody is.</param>
    public sealed record BuyersPart(
        int Qualify,
        double ShareOfBuyers,
        long Revenue,
        double ShareOfRevenue,
        int Near,
        long TypicalOrder,
        int InWindow,
        long RevenueInWindow,
        long? ExampleNear
    )
    {
        internal static BuyersPart Of(ConstructorFigures figures, ConstructorAnswer at) =>
            new(
                at.Buyers,
                at.ShareOfBuyers,
                at.Revenue.TenThousandths,
                at.ShareOfRevenue,
                at.Near,
                figures.TypicalOrder.TenThousandths,
                figures.Curve.Buyers,
                figures.Curve.Revenue.TenThousandths,
                figures.ExampleNear(at.Threshold)?.TenThousandths
            );
    }

    /// <param name="Reached">A buyer who has the discount.</param>
    /// <param name="Near">One with the total <c>buyers.exampleNear</c>; null where nobody is near.</param>
    public sealed record HintPart(OfferHint Reached, OfferHint? Near);

    /// <param name="In30">Within 30 days.</param>
    /// <param name="In60">Within 60 days.</param>
    /// <param name="In90">Within 90 days.</param>
    public sealed record RollOffPart(int In30, int In60, int In90);

    /// <param name="Basis">
    /// <c>yearEarlier</c>: who would have qualified a year earlier, and what they then spent without any discount;
    /// <c>lastYear</c>: the ledger is too short for that, so likely too high.
    /// </param>
    /// <param name="CohortOn">The date on which these buyers qualified.</param>
    /// <param name="Buyers">How many they are.</param>
    /// <param name="SpentBefore">Their totals on that date.</param>
    /// <param name="Spent">What they spent in the year: what the subsidy is paid on.</param>
    /// <param name="Change">By how much that differs from the year before; null where that is not known.</param>
    /// <param name="PassedAgain">How many of them qualified again; null where that is not known.</param>
    public sealed record AnywayPart(
        string Basis,
        string CohortOn,
        int Buyers,
        long SpentBefore,
        long Spent,
        double? Change,
        int? PassedAgain
    );

    /// <param name="CommissionPercent">k: the marketplace's, of what the buyer pays.</param>
    /// <param name="OptionCommissionPercent">c: its extra on orders with the loyalty discount.</param>
    /// <param name="UnitCostPercent">v: goods and the rest, of the undiscounted price.</param>
    /// <param name="IsDefault">The seller has said nothing yet.</param>
    /// <param name="CommissionFrom">
    /// Who says the commissions: <c>seller</c>, <c>operator</c> (of the portal), <c>example</c> (nobody yet).
    /// </param>
    /// <param name="UnitCostFrom">
    /// Who says the unit cost: the same, or <c>goods</c>: the seller's costs by article, weighed by the year's sales.
    /// </param>
    /// <param name="OptionLockDays">Days for which the paid option is bound; null without a lock.</param>
    public sealed record UnitPart(
        decimal CommissionPercent,
        decimal OptionCommissionPercent,
        decimal UnitCostPercent,
        bool IsDefault,
        string CommissionFrom,
        string UnitCostFrom,
        int? OptionLockDays
    );

    /// <param name="Before">1 − k − v.</param>
    /// <param name="After">(1 − d)(1 − k − c) − v.</param>
    /// <param name="SubsidyRate">d(1 − k − c) + c.</param>
    /// <param name="LimitDiscount">The discount at which a unit leaves nothing; null where commissions take everything.</param>
    /// <param name="BreakEvenUplift">By how much units must grow for the profit to stay; null where no growth is enough.</param>
    /// <param name="RequalifyingFactor">1/(1 − d); null at a discount of everything.</param>
    public sealed record MarginsPart(
        decimal Before,
        decimal After,
        decimal SubsidyRate,
        decimal? LimitDiscount,
        decimal? BreakEvenUplift,
        decimal? RequalifyingFactor
    )
    {
        internal static MarginsPart Of(UnitMargins margins) =>
            new(
                margins.Before,
                margins.After,
                margins.SubsidyRate,
                margins.LimitDiscount,
                margins.BreakEvenUplift,
                margins.RequalifyingFactor
            );
    }

    /// <param name="YearlySubsidy">Paid in a year to people who come anyway.</param>
    /// <param name="Committed">Of it, before the seller can leave.</param>
    /// <param name="CommittedDays">The longer of the life and the option's lock.</param>
    /// <param name="ExtraSalesOfQualified">Sales more in a year that would pay for it; null where no amount does.</param>
    /// <param name="ExtraPerQualified">The same per buyer who gets it.</param>
    /// <param name="ExtraOrdersPerQualified">The same in typical orders.</param>
    /// <param name="ExtraPerNear">If only near buyers bought more: per near buyer.</param>
    /// <param name="ExtraOrdersPerNear">The same in typical orders.</param>
    public sealed record CostPart(
        long YearlySubsidy,
        long Committed,
        int CommittedDays,
        long? ExtraSalesOfQualified,
        long? ExtraPerQualified,
        double? ExtraOrdersPerQualified,
        long? ExtraPerNear,
        double? ExtraOrdersPerNear
    )
    {
        internal static CostPart Of(ProgramCost cost, int committedDays) =>
            new(
                cost.YearlySubsidy.TenThousandths,
                cost.Committed(committedDays).TenThousandths,
                committedDays,
                cost.ExtraSalesOfQualified?.TenThousandths,
                cost.ExtraPerQualified?.TenThousandths,
                cost.ExtraOrdersPerQualified,
                cost.ExtraPerNear?.TenThousandths,
                cost.ExtraOrdersPerNear
            );
    }

    /// <param name="Threshold">Row of the heat map.</param>
    /// <param name="Discount">Column, in percent.</param>
    /// <param name="YearlySubsidy">There.</param>
    /// <param name="BreakEvenUplift">There; null where it can't pay.</param>
    public sealed record Cell(long Threshold, decimal Discount, long YearlySubsidy, decimal? BreakEvenUplift);

    /// <param name="PriceBase">Which price counts.</param>
    /// <param name="ReturnRule">From which day a return is taken.</param>
    /// <param name="Qualify">Who would get the discount.</param>
    /// <param name="Difference">To the rule that the preview is of.</param>
    /// <param name="IsOwn">This is that rule.</param>
    public sealed record Variant(
        string PriceBase,
        string ReturnRule,
        int Qualify,
        int Difference,
        bool IsOwn
    );
}
