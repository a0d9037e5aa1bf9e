using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>The purchases themselves, line by line, as the ledger stood when the report was made.</summary>
internal sealed class LedgerReport(LedgerSnapshots snapshots, LedgerExtract extract, ReportFacts facts)
    : ReportDefinition
{
    private const int WindowDays = 365;

    private static readonly ReportInput From = new("from", ReportInputKind.Day, []);
    private static readonly ReportInput To = new("to", ReportInputKind.Day, []);

    private static readonly ReportShape Shape = new(
        "Purchases",
        [
            ReportColumn.Text("LineId", 30),
            ReportColumn.Number("Version") with
            {
                Width = 9,
            },
            ReportColumn.Text("OrderId", 20),
            ReportColumn.Text("Buyer", 24),
            ReportColumn.Text("Sku", 18),
            ReportColumn.Text("Category", 20),
            ReportColumn.Date("BoughtOn"),
            ReportColumn.Number("Quantity", "pieces", isSummed: true),
            ReportColumn.Money("ListAmount", isSummed: true),
            ReportColumn.Money("SellerAmount", isSummed: true),
            ReportColumn.Money("PaidAmount", isSummed: true),
            ReportColumn.Text("WithDiscount", 16),
            ReportColumn.Date("ReturnedOn"),
            ReportColumn.Number("ReturnedQuantity", "pieces", isSummed: true),
        ]
    );

    public override string Name => "ledger";

    public override string Icon => "receipt_long";

    public override IReadOnlyList<ReportInput> Inputs { get; } = [From, To];

    public override IReadOnlyList<ReportShape> Shapes { get; } = [Shape];

    public override async Task<Result<Report>> MakeAsync(
        ReportRequest request,
        CancellationToken cancellation
    )
    {
        var to = request.Inputs.Day(To, request.Day.DefaultAsOf);
        var from = request.Inputs.Day(From, to - (WindowDays - 1));
        if (from > to)
            return new Error("FirstDayIsAfterTheLast", From.Key, from, to);
        var sequence = await snapshots.SequenceAsync(request.Access.SellerId, cancellation);
        var calendar = request.Access.Calendar;
        var query = new LedgerExtractQuery(
            request.Access.SellerId,
            sequence,
            calendar.StartOf(from),
            calendar.StartOf(to + 1)
        );
        var totals = await Task.Run(() => extract.Totals(query), cancellation);
        var (yes, no) = (ReportCell.Of(facts["Yes"]), ReportCell.Of(facts["No"]));
        return new Report
        {
            Name = Name,
            Title = facts["Report.ledger"],
            Access = request.Access,
            Inputs = request.Inputs.Used,
            CreatedAt = request.At,
            Notices = facts.Notices(request, to, totals.Lines == 0 ? new DayRange(from, to) : null),
            Facts =
            [
                .. facts.Head(request, sequence),
                facts.Date("FirstDay", from),
                facts.Date("LastDay", to),
                facts.Number("LineCount", totals.Lines),
            ],
            Tables =
            [
                new()
                {
                    Name = Shape.Name,
                    Title = facts["Table.Purchases"],
                    Columns = Shape.Columns,
                    RowCount = totals.Lines,
                    Rows = _ => Rows(query, calendar, yes, no),
                    KnownTotals = _ => Sums(totals),
                },
            ],
        };
    }

    private IEnumerable<ReportCell[]> Rows(
        LedgerExtractQuery query,
        BusinessCalendar calendar,
        ReportCell yes,
        ReportCell no
    )
    {
        var row = new ReportCell[Shape.Columns.Count];
        foreach (var line in extract.Lines(query))
        {
            row[0] = ReportCell.Of(line.LineId);
            row[1] = ReportCell.Of((long)line.Version);
            row[2] = ReportCell.Of(line.OrderId);
            row[3] = ReportCell.Of(line.BuyerId);
            row[4] = ReportCell.Of(line.Sku);
            row[5] = ReportCell.Of(line.Category);
            row[6] = ReportCell.Of(calendar.DayOf(line.BoughtAt));
            row[7] = ReportCell.Of(line.Quantity);
            row[8] = ReportCell.Of(line.ListAmount);
            row[9] = ReportCell.Of(line.SellerAmount);
            row[10] = ReportCell.Of(line.PaidAmount);
            row[11] = line.WithLoyaltyDiscount ? yes : no;
            row[12] = line.ReturnedAt is { } back ? ReportCell.Of(calendar.DayOf(back)) : ReportCell.Empty;
            row[13] = ReportCell.Of(line.ReturnedQuantity);
            yield return row;
        }
    }

    private static ReportCell[] Sums(LedgerExtractTotals totals)
    {
        var cells = new ReportCell[Shape.Columns.Count];
        cells[7] = ReportCell.Of(totals.Quantity);
        cells[8] = ReportCell.Of(totals.ListAmount);
        cells[9] = ReportCell.Of(totals.SellerAmount);
        cells[10] = ReportCell.Of(totals.PaidAmount);
        cells[13] = ReportCell.Of(totals.ReturnedQuantity);
        return cells;
    }
}
