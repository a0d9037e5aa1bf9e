using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Eligibility;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>The sheets of buyers who qualify and of those who are one typical order away.</summary>
internal sealed class BuyersSheets(IStringLocalizer<ReportsText> texts, QualifyingReport report)
{
    /// <summary>Name of the Excel table; the same in every language.</summary>
    public const string QualifyingTable = "QualifyingBuyers";

    /// <inheritdoc cref="QualifyingTable"/>
    public const string NearTable = "NearBuyers";

    public StreamedSheet Qualifying()
    {
        var revenue = report.Totals.Revenue.ToDecimal();
        var row = Rows(first: 0);
        return new(
            texts["SheetQualifying"],
            QualifyingTable,
            [
                Column("Rank", CellKind.Number, 8),
                Column("Buyer", CellKind.Text, 28),
                Column("Total", CellKind.Money, 18, isSummed: true),
                Column("Over", CellKind.Money, 20),
                Column("RevenueShare", CellKind.Share, 16),
            ],
            report.Buyers.QualifyingCount,
            (index, column) =>
                column switch
                {
                    0 => index + 1m,
                    1 => row(index).Id.Value,
                    2 => row(index).Total.ToDecimal(),
                    3 => (row(index).Total - report.Threshold).ToDecimal(),
                    _ => revenue > 0 ? row(index).Total.ToDecimal() / revenue : null,
                }
        );
    }

    public StreamedSheet Near()
    {
        var first = report.Buyers.QualifyingCount;
        var threshold = report.Threshold.ToDecimal();
        var row = Rows(first);
        return new(
            texts["SheetNear"],
            NearTable,
            [
                Column("Rank", CellKind.Number, 8),
                Column("Buyer", CellKind.Text, 28),
                Column("Total", CellKind.Money, 18, isSummed: true),
                Column("Missing", CellKind.Money, 20, isSummed: true),
                Column("ThresholdShare", CellKind.Share, 16),
            ],
            report.Buyers.NearCount,
            (index, column) =>
                column switch
                {
                    0 => first + index + 1m,
                    1 => row(index).Id.Value,
                    2 => row(index).Total.ToDecimal(),
                    3 => row(index).Lacking.ToDecimal(),
                    _ => row(index).Total.ToDecimal() / threshold,
                }
        );
    }

    // The cells of a row are asked for one after another: the buyer is made once.
    private Func<int, RankedBuyer> Rows(int first)
    {
        var (at, buyer) = (-1, default(RankedBuyer));
        return index =>
        {
            if (index != at)
                (at, buyer) = (index, report.Buyers[first + index]);
            return buyer;
        };
    }

    private SheetColumn Column(string key, CellKind kind, double width, bool isSummed = false) =>
        new(texts["Column." + key], texts["Meaning." + key], kind, width, isSummed);
}
