using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Finds out the layout of a file and makes its reader.</summary>
internal static class PurchaseReaders
{
    /// <exception cref="UnreadableFileException">The first row is not that of the layout.</exception>
    public static PurchaseReader Open(
        PurchaseLayout layout,
        PurchaseFileText file,
        RowLog log,
        Instants instants
    ) =>
        layout switch
        {
            PurchaseLayout.PortalCsv => PortalCsvReader.Open(
                new(file.Text, file.Dialect.Delimiter),
                log,
                instants
            ),
            PurchaseLayout.OnlineRetail => OnlineRetailReader.Open(
                new(file.Text, file.Dialect.Delimiter),
                log,
                instants
            ),
            PurchaseLayout.Cdnow => CdnowReader.Open(file.Text, log, instants),
        };

    /// <summary>The layout whose header the text begins with; null for an unknown one.</summary>
    public static PurchaseLayout? Detect(string firstLine, char delimiter)
    {
        string[] names = [.. firstLine.Split(delimiter).Select(n => n.Trim().Trim('"'))];
        if (CdnowReader.IsHeader(firstLine))
            return PurchaseLayout.Cdnow;
        if (OnlineRetailReader.IsHeader(names))
            return PurchaseLayout.OnlineRetail;
        return PortalCsvReader.RequiredColumns.All(c => names.Contains(c, StringComparer.OrdinalIgnoreCase))
            ? PurchaseLayout.PortalCsv
            : null;
    }

    internal static UnreadableFileException NotTheHeader(PurchaseLayout layout) =>
        new(new Error("FileHasAnotherHeader", "layout", layout.ToString()));
}
