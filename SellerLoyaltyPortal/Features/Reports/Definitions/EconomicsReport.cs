using System.Globalization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>What a draft, the running program or any offer costs, with formulas that live in Excel.</summary>
internal sealed class EconomicsReport(
    LedgerSnapshots snapshots,
    ProgramList programs,
    UnitEconomicsSettings economics,
    IOptions<ProgramLimits> limits,
    ReportFacts facts
) : ReportDefinition
{
    private static readonly ReportInput ProgramInput = new("program", ReportInputKind.Program, []);

    private static readonly ReportShape Curve = new(
        "Curve",
        [
            ReportColumn.Money("Threshold"),
            ReportColumn.Number("QualifyingBuyers", "buyers"),
            ReportColumn.Percent("ShareOfBuyers"),
            ReportColumn.Money("QualifyingRevenue"),
            ReportColumn.Percent("ShareOfRevenue"),
            ReportColumn.Number("NearBuyers", "buyers"),
            ReportColumn.Money("Anyway"),
            ReportColumn.Money("Subsidy") with
            {
                Formula = $"ROUND(MAX(0,G{{0}})*{EconomicsFigures.SubsidyRate("Calc_Discount")},4)",
            },
        ]
    );

    private static readonly ReportShape Discounts = new(
        "Discounts",
        [
            ReportColumn.Percent("Discount"),
            ReportColumn.Percent("MarginAfter") with
            {
                Decimals = 2,
                Formula = EconomicsFigures.MarginAfter("A{0}"),
            },
            ReportColumn.Percent("SubsidyRate") with
            {
                Decimals = 2,
                Formula = EconomicsFigures.SubsidyRate("A{0}"),
            },
            ReportColumn.Percent("BreakEvenUplift") with
            {
                Formula = "IF(B{0}>0,Calc_MarginBefore/B{0}-1,\"\")",
            },
        ]
    );

    private static readonly ReportShape Sensitivity = new(
        "Sensitivity",
        [
            ReportColumn.Text("PriceBase", 34),
            ReportColumn.Text("ReturnRule", 34),
            ReportColumn.Number("QualifyingBuyers", "buyers"),
            ReportColumn.Number("DifferenceToRule", "buyers"),
        ]
    );

    private static readonly ReportShape Heat = new(
        "CostGrid",
        [ReportColumn.Money("Threshold"), ReportColumn.Money("Anyway")]
    );

    public override string Name => "program-economics";

    public override string Icon => "calculate";

    public override IReadOnlyList<ReportInput> Inputs { get; } =
    [ProgramInput, ReportInput.Threshold, ReportInput.Discount, ReportInput.AsOf];

    public override IReadOnlyList<ReportShape> Shapes { get; } = [Heat, Curve, Discounts, Sensitivity];

    public override async Task<Result<Report>> MakeAsync(
        ReportRequest request,
        CancellationToken cancellation
    )
    {
        var number = request.Inputs.Program(ProgramInput);
        var program = number is { } id
            ? await programs.FindAsync(request.Access, id, cancellation)
            : await programs.RunningAsync(request.Access, cancellation);
        if (number is not null && program is null)
            return new Error("ProgramIsNotThere", ProgramInput.Key, number);
        var unit = await economics.GetAsync(request.Access, cancellation);
        var snapshot = await snapshots.GetWholeAsync(request.Access.SellerId, cancellation);
        return await Task.Run(() => Make(request, program, unit, snapshot), cancellation);
    }

    private Report Make(
        ReportRequest request,
        ProgramDetails? program,
        SellerUnitEconomics unit,
        LedgerSnapshot snapshot
    )
    {
        var offer = program?.Mechanic as ThresholdDiscount;
        var threshold = request.Inputs.Amount(
            ReportInput.Threshold,
            offer?.Threshold ?? ReportDefaults.Threshold
        );
        var discount = request.Inputs.Percent(
            ReportInput.Discount,
            offer?.Discount ?? ReportDefaults.Discount
        );
        var asOf = request.AsOf();
        var rule = offer?.Rule ?? EligibilityRule.Default;
        var figures = ConstructorFigures.Of(snapshot.Columns, rule, asOf).With(unit.TypicalOrder);
        var costs = CostFigures.Of(snapshot.Columns, rule, asOf);
        var details = costs.DetailsAt(threshold);
        var answer = figures.At(threshold);
        var anyway = costs.Anyway.At(threshold);
        var cost = ProgramCost.Of(
            anyway,
            UnitMargins.Of(unit.Unit, discount),
            answer.Near,
            figures.TypicalOrder
        );
        var lifeDays = program?.MinimumLifeDays ?? limits.Value.LeastLifeDays;
        return new()
        {
            Name = Name,
            Title = facts["Report.program-economics"],
            Access = request.Access,
            Inputs = request.Inputs.Used,
            CreatedAt = request.At,
            Notices =
            [
                .. facts.Notices(request, asOf, figures.Curve.Buyers == 0 ? figures.Window : null),
                .. unit.IsDefault ? [facts["NoticeDefaultEconomics"]] : Array.Empty<string>(),
                facts["NoticeAnyway." + anyway.Basis],
            ],
            Facts =
            [
                .. facts.Head(request, snapshot.Sequence),
                .. facts.Rule(rule, facts.RuleVersion(program?.Name, program?.Version), asOf),
                facts.Text(
                    "ProgramStatus",
                    program is null ? null : facts["ProgramStatus." + program.Status]
                ),
                facts.Number("QualifyingCount", answer.Buyers),
                facts.Percent("QualifyingShare", ReportCell.Of(answer.ShareOfBuyers)),
                facts.Percent("RevenueShare", ReportCell.Of(answer.ShareOfRevenue)),
                facts.Number("NearCount", answer.Near),
                facts.Date("AnywayCohortOn", anyway.CohortOn),
                facts.Percent("AnywayChange", ReportCell.Of(anyway.Change)),
                facts.Percent("PassedAgain", ReportCell.Of(anyway.PassedAgainShare)),
                facts.Number("RollOff30", details.RollOff.In30),
                facts.Number("RollOff60", details.RollOff.In60),
                facts.Number("RollOff90", details.RollOff.In90),
            ],
            Figures =
            [
                new EconomicsFigures(facts).Of(cost, threshold, lifeDays, answer.Near, figures.TypicalOrder),
            ],
            Tables =
            [
                HeatTable(costs.Anyway, unit.Unit, threshold, discount),
                CurveTable(figures, costs.Anyway, cost.Margins, threshold),
                DiscountTable(unit.Unit, discount),
                ReportTable.Of(
                    Sensitivity.Name,
                    facts["Table.Sensitivity"],
                    Sensitivity.Columns,
                    [
                        .. details.Sensitivity.Select(line =>
                            (ReportCell[])
                                [
                                    ReportCell.Of(facts[line.PriceBaseKey]),
                                    ReportCell.Of(facts[line.ReturnRuleKey]),
                                    ReportCell.Of((long)line.Buyers),
                                    ReportCell.Of((long)line.Difference),
                                ]
                        ),
                    ]
                ),
            ],
        };
    }

    private ReportTable HeatTable(AnywayCurve anyway, UnitEconomics unit, Money threshold, Percent discount)
    {
        var grid = CostGrid.Of(
            anyway,
            unit,
            CostGrid.ThresholdsAround(threshold, limits.Value),
            CostGrid.DiscountsAround(discount, limits.Value)
        );
        var columns = grid.Discounts.Select(d =>
        {
            var literal = (d.BasisPoints / (decimal)Percent.Whole).ToString(CultureInfo.InvariantCulture);
            return ReportColumn.Money("D" + d.BasisPoints.ToString(CultureInfo.InvariantCulture)) with
            {
                TextKey = "SubsidyAt",
                Argument = d.ToDecimal().ToString("0.##", CultureInfo.InvariantCulture),
                Formula = $"ROUND(MAX(0,B{{0}})*{EconomicsFigures.SubsidyRate(literal)},4)",
                HatchedWhen = $"{EconomicsFigures.MarginAfter(literal)}<=0",
                Shade = ReportShade.Heat,
            };
        });
        return ReportTable.Of(
            Heat.Name,
            facts["Table.CostGrid"],
            [.. Heat.Columns, .. columns],
            [
                .. grid.Rows.Select(row =>
                    (ReportCell[])
                        [
                            ReportCell.Of(row[0].Threshold),
                            ReportCell.Of(anyway.At(row[0].Threshold).Spent),
                            .. row.Select(cell => ReportCell.Of(cell.Subsidy)),
                        ]
                ),
            ]
        );
    }

    private ReportTable CurveTable(
        ConstructorFigures figures,
        AnywayCurve anyway,
        UnitMargins margins,
        Money threshold
    ) =>
        ReportTable.Of(
            Curve.Name,
            facts["Table.Curve"],
            Curve.Columns,
            [
                .. CurveStops
                    .Around(threshold, limits.Value)
                    .Select(at =>
                    {
                        var (answer, spent) = (figures.At(at), anyway.At(at).Spent);
                        return (ReportCell[])
                            [
                                ReportCell.Of(at),
                                ReportCell.Of((long)answer.Buyers),
                                ReportCell.Of(answer.ShareOfBuyers),
                                ReportCell.Of(answer.Revenue),
                                ReportCell.Of(answer.ShareOfRevenue),
                                ReportCell.Of((long)answer.Near),
                                ReportCell.Of(spent),
                                ReportCell.Of(margins.Subsidy(spent > Money.Zero ? spent : Money.Zero)),
                            ];
                    }),
            ],
            new ReportChart("Threshold", ["QualifyingBuyers", "NearBuyers"]) { IsLogarithmic = true }
        );

    private ReportTable DiscountTable(UnitEconomics unit, Percent discount) =>
        ReportTable.Of(
            Discounts.Name,
            facts["Table.Discounts"],
            Discounts.Columns,
            [
                .. CostGrid
                    .DiscountsAround(discount, limits.Value)
                    .Select(d =>
                    {
                        var at = UnitMargins.Of(unit, d);
                        return (ReportCell[])
                            [
                                ReportCell.Of(d.Fraction),
                                ReportCell.Of((double)at.After),
                                ReportCell.Of((double)at.SubsidyRate),
                                ReportCell.Of(at.BreakEvenUplift),
                            ];
                    }),
            ],
            new ReportChart("Discount", ["MarginAfter", "SubsidyRate"])
        );
}
