using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>
/// Who gets the discount and who is one typical order away: how far, until when, and what it takes to stay.
/// </summary>
internal sealed class QualifyingReport(
    LedgerSnapshots snapshots,
    UnitEconomicsSettings economics,
    ReportFacts facts
) : ReportDefinition
{
    private const int AheadDays = 90;

    private static readonly ReportShape QualifyingShape = new(
        "QualifyingBuyers",
        [
            ReportColumn.Number("Rank") with
            {
                Width = 9,
            },
            ReportColumn.Text("Buyer", 28),
            ReportColumn.Money("Total", isSummed: true),
            ReportColumn.Money("Over"),
            ReportColumn.Percent("RevenueShare"),
            ReportColumn.Date("RollOff"),
            ReportColumn.Money("ToStay"),
            ReportColumn.Money("ToStay90"),
        ]
    );

    private static readonly ReportShape NearShape = new(
        "NearBuyers",
        [
            ReportColumn.Number("Rank") with
            {
                Width = 9,
            },
            ReportColumn.Text("Buyer", 28),
            ReportColumn.Money("Total", isSummed: true),
            ReportColumn.Money("Missing", isSummed: true),
            ReportColumn.Percent("ThresholdShare"),
            ReportColumn.Date("NearUntil"),
        ]
    );

    public override string Name => "qualifying";

    public override string Icon => "how_to_reg";

    public override IReadOnlyList<ReportInput> Inputs { get; } =
    [ReportInput.Threshold, ReportInput.Discount, ReportInput.AsOf];

    public override IReadOnlyList<ReportShape> Shapes { get; } = [QualifyingShape, NearShape];

    public override async Task<Result<Report>> MakeAsync(
        ReportRequest request,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetAsync(
            request.Access.SellerId,
            TypicalOrder.Needs(EligibilityRule.Default),
            cancellation
        );
        var settings = await economics.GetAsync(request.Access, cancellation);
        // Off the request's thread: a large ledger takes a moment.
        return await Task.Run(() => Make(request, snapshot, settings.TypicalOrder), cancellation);
    }

    private Report Make(ReportRequest request, LedgerSnapshot snapshot, Money? ownOrder)
    {
        var threshold = request.Inputs.Amount(ReportInput.Threshold, ReportDefaults.Threshold);
        var discount = request.Inputs.Percent(ReportInput.Discount, ReportDefaults.Discount);
        var asOf = request.AsOf();
        var rule = EligibilityRule.Default;
        var totals = BuyerTotalsCalculator.Calculate(snapshot.Columns, rule, asOf);
        var typicalOrder = ownOrder ?? TypicalOrder.MedianOf(snapshot.Columns, rule, asOf);
        var buyers = QualifyingBuyers.List(totals, threshold, typicalOrder ?? Money.Zero);
        var near = NearBuyers.List(totals, threshold, typicalOrder ?? Money.Zero);
        var revenue = new Money(
            Enumerable.Range(0, buyers.QualifyingCount).Sum(i => buyers[i].Total.TenThousandths)
        );
        return new()
        {
            Name = Name,
            Title = facts["Report.qualifying"],
            Access = request.Access,
            Inputs = request.Inputs.Used,
            CreatedAt = request.At,
            Notices = facts.Notices(request, asOf, totals.BuyerCount == 0 ? rule.WindowOn(asOf) : null),
            Facts =
            [
                .. facts.Head(request, snapshot.Sequence),
                .. facts.Rule(rule, facts.RuleVersion(null, null), asOf),
                facts.Money("Threshold", threshold),
                facts.Percent("Discount", ReportCell.Of(discount.Fraction)),
                facts.Money("TypicalOrder", typicalOrder),
                facts.Number("BuyersInWindow", totals.BuyerCount),
                facts.Money("RevenueInWindow", totals.Revenue),
                facts.Number("QualifyingCount", buyers.QualifyingCount),
                facts.Money("QualifyingTotal", revenue),
                facts.Percent("QualifyingShare", ReportCell.Share(buyers.QualifyingCount, totals.BuyerCount)),
                facts.Percent("RevenueShare", ReportCell.Share(revenue, totals.Revenue)),
                facts.Number("NearCount", near.Count),
            ],
            Tables =
            [
                new()
                {
                    Name = QualifyingShape.Name,
                    Title = facts["Table.QualifyingBuyers"],
                    Columns = QualifyingShape.Columns,
                    RowCount = buyers.QualifyingCount,
                    Rows = _ => Qualifying(buyers, totals),
                },
                new()
                {
                    Name = NearShape.Name,
                    Title = facts["Table.NearBuyers"],
                    Columns = NearShape.Columns,
                    RowCount = near.Count,
                    Rows = _ => Near(near, buyers.QualifyingCount, totals, threshold),
                },
            ],
        };
    }

    private static IEnumerable<ReportCell[]> Qualifying(QualifyingBuyers buyers, BuyerTotals totals)
    {
        var rollOff = RollOff.Forecast(totals, buyers.Threshold, totals.Rule.WindowDays);
        var row = new ReportCell[QualifyingShape.Columns.Count];
        for (var i = 0; i < buyers.QualifyingCount; i++)
        {
            var buyer = buyers[i];
            var leaves = rollOff.FirstExitOf(buyer.Ordinal);
            row[0] = ReportCell.Of(i + 1L);
            row[1] = ReportCell.Of(buyer.Id.Value);
            row[2] = ReportCell.Of(buyer.Total);
            row[3] = ReportCell.Of(buyer.Total - buyers.Threshold);
            row[4] = ReportCell.Share(buyer.Total, totals.Revenue);
            row[5] = ReportCell.Of(leaves);
            row[6] = leaves is { } day ? ToStay(day) : ReportCell.Empty;
            row[7] = ToStay(totals.AsOf + AheadDays);
            yield return row;

            ReportCell ToStay(DayNumber on) =>
                ReportCell.Of(RollOff.NeededToQualify(totals, buyer.Ordinal, buyers.Threshold, on));
        }
    }

    private static IEnumerable<ReportCell[]> Near(
        IReadOnlyList<NearBuyer> near,
        int before,
        BuyerTotals totals,
        Money threshold
    )
    {
        var row = new ReportCell[NearShape.Columns.Count];
        for (var i = 0; i < near.Count; i++)
        {
            var buyer = near[i];
            row[0] = ReportCell.Of(before + i + 1L);
            row[1] = ReportCell.Of(totals.Columns.Buyers[buyer.Ordinal].Value);
            row[2] = ReportCell.Of(buyer.Total);
            row[3] = ReportCell.Of(buyer.Lacking);
            row[4] = ReportCell.Share(buyer.Total, threshold);
            // "For how many days from now, today included": the last of them.
            row[5] = buyer.DaysLeft is { } days ? ReportCell.Of(totals.AsOf + (days - 1)) : ReportCell.Empty;
            yield return row;
        }
    }
}
