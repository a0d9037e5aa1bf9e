using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>
/// What an offer costs, as figures whose formulas name each other's cells: whoever changes the commission in Excel
/// sees everything follow. The values are the portal's own.
/// </summary>
internal sealed class EconomicsFigures(ReportFacts facts)
{
    /// <summary>Begins the names of the cells.</summary>
    public const string Name = "Calc";

    /// <summary>d(1 − k − c) + c of a discount that a formula gives.</summary>
    public static string SubsidyRate(string discount) =>
        $"({discount}*(1-Calc_Commission-Calc_OptionCommission)+Calc_OptionCommission)";

    /// <summary>(1 − d)(1 − k − c) − v of a discount that a formula gives.</summary>
    public static string MarginAfter(string discount) =>
        $"((1-{discount})*(1-Calc_Commission-Calc_OptionCommission)-Calc_UnitCost)";

    public ReportFigures Of(ProgramCost cost, Money threshold, int lifeDays, int near, Money typicalOrder)
    {
        var (anyway, margins) = (cost.Anyway, cost.Margins);
        return new(
            Name,
            facts["Table.Calc"],
            [
                Input("Commission", margins.Unit.Commission),
                Input("OptionCommission", margins.Unit.OptionCommission),
                Input("UnitCost", margins.Unit.UnitCost),
                Input("Discount", margins.Discount),
                Known("Threshold", ReportType.Money, ReportCell.Of(threshold)),
                Known("LifeDays", ReportType.Number, ReportCell.Of((long)lifeDays)),
                Known("AnywayBuyers", ReportType.Number, ReportCell.Of((long)anyway.Buyers)),
                Known("AnywaySpend", ReportType.Money, ReportCell.Of(anyway.Spent)),
                Known("NearBuyersNow", ReportType.Number, ReportCell.Of((long)near)),
                Known("TypicalOrder", ReportType.Money, ReportCell.Of(typicalOrder)),
                Result(
                    "MarginBefore",
                    ReportType.Percent,
                    ReportCell.Of((double)margins.Before),
                    "1-Calc_Commission-Calc_UnitCost"
                ),
                Result(
                    "MarginAfter",
                    ReportType.Percent,
                    ReportCell.Of((double)margins.After),
                    MarginAfter("Calc_Discount")
                ),
                Result(
                    "SubsidyRate",
                    ReportType.Percent,
                    ReportCell.Of((double)margins.SubsidyRate),
                    SubsidyRate("Calc_Discount")
                ),
                Result(
                    "LimitDiscount",
                    ReportType.Percent,
                    ReportCell.Of(margins.LimitDiscount),
                    "IF(1-Calc_Commission-Calc_OptionCommission>0,1-Calc_UnitCost/(1-Calc_Commission-Calc_OptionCommission),\"\")"
                ),
                Result(
                    "YearlySubsidy",
                    ReportType.Money,
                    ReportCell.Of(cost.YearlySubsidy),
                    "ROUND(MAX(0,Calc_AnywaySpend)*Calc_SubsidyRate,4)"
                ),
                Result(
                    "CommittedSubsidy",
                    ReportType.Money,
                    ReportCell.Of(cost.Committed(lifeDays)),
                    "ROUND(Calc_YearlySubsidy*Calc_LifeDays/365,4)"
                ),
                Result(
                    "BreakEvenUplift",
                    ReportType.Percent,
                    ReportCell.Of(margins.BreakEvenUplift),
                    "IF(Calc_MarginAfter>0,Calc_MarginBefore/Calc_MarginAfter-1,\"\")"
                ),
                Result(
                    "ExtraSales",
                    ReportType.Money,
                    ReportCell.Of(cost.ExtraSalesOfQualified),
                    "IF(AND(Calc_MarginAfter>0,Calc_AnywayBuyers>0),ROUND(Calc_YearlySubsidy/Calc_MarginAfter,4),\"\")"
                ),
                Result(
                    "ExtraPerQualified",
                    ReportType.Money,
                    ReportCell.Of(cost.ExtraPerQualified),
                    "IF(AND(Calc_MarginAfter>0,Calc_AnywayBuyers>0),ROUND(Calc_ExtraSales/Calc_AnywayBuyers,4),\"\")"
                ),
                Result(
                    "ExtraOrdersPerQualified",
                    ReportType.Number,
                    ReportCell.Of(cost.ExtraOrdersPerQualified),
                    "IF(AND(Calc_MarginAfter>0,Calc_AnywayBuyers>0,Calc_TypicalOrder>0),Calc_ExtraPerQualified/Calc_TypicalOrder,\"\")"
                ),
                Result(
                    "ExtraPerNear",
                    ReportType.Money,
                    ReportCell.Of(cost.ExtraPerNear),
                    "IF(AND(Calc_MarginBefore>0,Calc_NearBuyersNow>0),ROUND(ROUND(Calc_YearlySubsidy/Calc_MarginBefore,4)/Calc_NearBuyersNow,4),\"\")"
                ),
                Result(
                    "ExtraOrdersPerNear",
                    ReportType.Number,
                    ReportCell.Of(cost.ExtraOrdersPerNear),
                    "IF(AND(Calc_MarginBefore>0,Calc_NearBuyersNow>0,Calc_TypicalOrder>0),Calc_ExtraPerNear/Calc_TypicalOrder,\"\")"
                ),
            ]
        );
    }

    private ReportFigure Input(string key, Percent value) =>
        facts.Calc(key, ReportType.Percent, ReportCell.Of(value.Fraction)) with
        {
            IsInput = true,
            Decimals = 2,
        };

    private ReportFigure Known(string key, ReportType type, ReportCell value) => facts.Calc(key, type, value);

    private ReportFigure Result(string key, ReportType type, ReportCell value, string formula) =>
        facts.Calc(key, type, value) with
        {
            Formula = formula,
            Decimals = type == ReportType.Percent ? 2 : 1,
        };
}
