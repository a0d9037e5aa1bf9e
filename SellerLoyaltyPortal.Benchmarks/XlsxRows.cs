using System.Globalization;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Benchmarks;

/// <summary>Twelve columns of buyers, the same by formula here and in benchmarks/peers/xlsx_writer.py.</summary>
internal static class XlsxRows
{
    private static readonly DayNumber Epoch = DayNumber.Of(1899, 12, 30);

    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        ReportColumn.Number("Rank"),
        ReportColumn.Text("Buyer"),
        ReportColumn.Text("Segment"),
        ReportColumn.Money("Total", isSummed: true),
        ReportColumn.Money("Over"),
        ReportColumn.Number("Orders"),
        ReportColumn.Number("DaysSinceLast"),
        ReportColumn.Number("R"),
        ReportColumn.Number("F"),
        ReportColumn.Number("M"),
        ReportColumn.Real("MeanInterval"),
        ReportColumn.Date("LastPurchase"),
    ];

    public static IEnumerable<ReportCell[]> Of(int count)
    {
        var segments = Enumerable.Range(0, 9).Select(i => ReportCell.Of(Segment(i))).ToArray();
        var row = new ReportCell[Columns.Count];
        for (var i = 0; i < count; i++)
        {
            var total = Total(i);
            row[0] = ReportCell.Of(i + 1L);
            row[1] = ReportCell.Of(Buyer(i));
            row[2] = segments[i % 9];
            row[3] = ReportCell.Of(total);
            row[4] = ReportCell.Of(total - Money.FromUnits(1000));
            row[5] = ReportCell.Of(i % 37 + 1L);
            row[6] = ReportCell.Of(i % 365L);
            row[7] = ReportCell.Of(i % 5 + 1L);
            row[8] = ReportCell.Of(i / 5 % 5 + 1L);
            row[9] = ReportCell.Of(i / 25 % 5 + 1L);
            row[10] = ReportCell.Of(i % 1000 / 7.0);
            row[11] = ReportCell.Of(Epoch + (45_000 + i % 365));
            yield return row;
        }
    }

    private static string Segment(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"segment {index}");

    private static string Buyer(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"b{i * 7919L % 1_000_003:0000000}");

    private static Money Total(int i) => new(i * 7919L % 10_000_000 * 100);
}
