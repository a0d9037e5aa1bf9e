using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Finds out the layout of a file and makes its reader.</summary>
internal static class PurchaseReaders
{
    /// <exception cref="UnreadableFileException">The first row is not that of the layout.</exception>
    public static PurchaseReader Open(
        PurchaseLayout layout,
        TextReader text,
        ImportLog log,
        Instants instants
    ) =>
        layout switch
        {
            PurchaseLayout.PortalCsv => PortalCsvReader.Open(new(text, ','), log, instants),
            PurchaseLayout.OnlineRetail => OnlineRetailReader.Open(new(text, ','), log, instants),
            PurchaseLayout.Cdnow => CdnowReader.Open(text, log, instants),
        };

    /// <summary>The layout whose header the text begins with; null for an unknown one.</summary>
    public static PurchaseLayout? Detect(string firstLine)
    {
        var names = firstLine.TrimStart('\uFEFF').Split(',', StringSplitOptions.TrimEntries);
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
