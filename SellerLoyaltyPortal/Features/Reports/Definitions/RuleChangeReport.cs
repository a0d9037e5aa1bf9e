using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>Who gains and who loses by another threshold, discount or way of counting, before it is saved.</summary>
internal sealed class RuleChangeReport(LedgerSnapshots snapshots, ProgramList programs, ReportFacts facts)
    : ReportDefinition
{
    private static readonly ReportInput ThresholdBefore = new("thresholdBefore", ReportInputKind.Amount, []);
    private static readonly ReportInput DiscountBefore = new("discountBefore", ReportInputKind.Percent, []);
    private static readonly ReportInput BaseAfter = ReportInput.Choice<PriceBase>("priceBase");
    private static readonly ReportInput ReturnsAfter = ReportInput.Choice<ReturnRule>("returnRule");

    private static readonly ReportShape Change = new(
        "RuleChange",
        [
            ReportColumn.Text("Group", 22),
            ReportColumn.Number("Buyers", "buyers", isSummed: true),
            ReportColumn.Money("TotalBefore", isSummed: true),
            ReportColumn.Money("TotalAfter", isSummed: true),
            ReportColumn.Money("BenefitBefore", isSummed: true),
            ReportColumn.Money("BenefitAfter", isSummed: true),
            ReportColumn.Money("BenefitDifference", isSummed: true),
        ]
    );

    private static readonly IReadOnlyList<ReportColumn> BuyerColumns =
    [
        ReportColumn.Text("Buyer", 28),
        .. Change.Columns.Skip(2),
    ];

    public override string Name => "rule-change";

    public override string Icon => "compare_arrows";

    public override IReadOnlyList<ReportInput> Inputs { get; } =
    [
        ReportInput.AsOf,
        ThresholdBefore,
        ReportInput.Threshold,
        DiscountBefore,
        ReportInput.Discount,
        BaseAfter,
        ReturnsAfter,
    ];

    public override IReadOnlyList<ReportShape> Shapes { get; } =
    [
        Change,
        new("BuyersGain", BuyerColumns),
        new("BuyersLose", BuyerColumns),
        new("BuyersKeep", BuyerColumns),
    ];

    public override async Task<Result<Report>> MakeAsync(
        ReportRequest request,
        CancellationToken cancellation
    )
    {
        var running = await programs.RunningAsync(request.Access, cancellation);
        var snapshot = await snapshots.GetAsync(
            request.Access.SellerId,
            PurchaseColumnSet.AllPrices,
            cancellation
        );
        return await Task.Run(() => Make(request, running, snapshot), cancellation);
    }

    private Report Make(ReportRequest request, ProgramDetails? running, LedgerSnapshot snapshot)
    {
        var inputs = request.Inputs;
        var offer = running?.Mechanic as ThresholdDiscount;
        var asOf = request.AsOf();
        var ruleBefore = offer?.Rule ?? EligibilityRule.Default;
        var thresholdBefore = inputs.Amount(ThresholdBefore, offer?.Threshold ?? ReportDefaults.Threshold);
        var thresholdAfter = inputs.Amount(ReportInput.Threshold, thresholdBefore * 2);
        var discountBefore = inputs.Percent(DiscountBefore, offer?.Discount ?? ReportDefaults.Discount);
        var discountAfter = inputs.Percent(ReportInput.Discount, discountBefore);
        var ruleAfter = ruleBefore with
        {
            PriceBase = inputs.Choice(BaseAfter, ruleBefore.PriceBase),
            ReturnRule = inputs.Choice(ReturnsAfter, ruleBefore.ReturnRule),
        };
        var before = BuyerTotalsCalculator.Calculate(snapshot.Columns, ruleBefore, asOf);
        var after = BuyerTotalsCalculator.Calculate(snapshot.Columns, ruleAfter, asOf);
        var change = QualifiedChange.Between(before, thresholdBefore, after, thresholdAfter);
        var groups = new RuleChangeGroups(
            before,
            after,
            discountBefore,
            discountAfter,
            request.Access.Currency
        );
        return new()
        {
            Name = Name,
            Title = facts["Report.rule-change"],
            Access = request.Access,
            Inputs = inputs.Used,
            CreatedAt = request.At,
            Notices =
            [
                .. facts.Notices(request, asOf, before.BuyerCount == 0 ? ruleBefore.WindowOn(asOf) : null),
                facts["NoticeNoBehaviour"],
            ],
            Facts =
            [
                .. facts.Head(request, snapshot.Sequence),
                .. facts.Rule(ruleBefore, facts.RuleVersion(running?.Name, running?.Version), asOf),
                facts.Money("ThresholdBefore", thresholdBefore),
                facts.Percent("DiscountBefore", ReportCell.Of(discountBefore.Fraction)),
                facts.Money("ThresholdAfter", thresholdAfter),
                facts.Percent("DiscountAfter", ReportCell.Of(discountAfter.Fraction)),
                facts.Text("PriceBaseAfter", facts["PriceBase." + ruleAfter.PriceBase]),
                facts.Text("ReturnRuleAfter", facts["ReturnRule." + ruleAfter.ReturnRule]),
            ],
            Tables =
            [
                ReportTable.Of(
                    Change.Name,
                    facts["Table.RuleChange"],
                    Change.Columns,
                    [
                        groups.Sum(change.Gained, facts["Group.Gain"], had: false, has: true),
                        groups.Sum(change.Lost, facts["Group.Lose"], had: true, has: false),
                        groups.Sum(change.Kept, facts["Group.Keep"], had: true, has: true),
                    ]
                ),
                Buyers("BuyersGain", change.Gained, groups, had: false, has: true),
                Buyers("BuyersLose", change.Lost, groups, had: true, has: false),
                Buyers("BuyersKeep", change.Kept, groups, had: true, has: true),
            ],
        };
    }

    private ReportTable Buyers(
        string name,
        QualifiedGroup group,
        RuleChangeGroups groups,
        bool had,
        bool has
    ) =>
        new()
        {
            Name = name,
            Title = facts["Table." + name],
            Columns = BuyerColumns,
            RowCount = group.Count,
            Rows = _ => groups.Rows(group, had, has),
        };
}
