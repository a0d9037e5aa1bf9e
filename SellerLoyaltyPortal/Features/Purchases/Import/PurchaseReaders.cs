using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Makes the reader of a layout.</summary>
internal static class PurchaseReaders
{
    /// <param name="mapping">Of <see cref="PurchaseLayout.Mapped"/>.</param>
    /// <exception cref="UnreadableFileException">The first row is not that of the layout.</exception>
    public static PurchaseReader Open(
        PurchaseLayout layout,
        ImportMapping? mapping,
        PurchaseSource file,
        RowLog log,
        RowMeaning meaning
    ) =>
        layout switch
        {
            PurchaseLayout.PortalCsv => PortalCsvReader.Open(file.Records(), log, meaning),
            PurchaseLayout.OnlineRetail => OnlineRetailReader.Open(file.Records(), log, meaning),
            // No character divides such a record, it is taken as a whole and split at blanks: the delimiter is
            // one that no text has.
            PurchaseLayout.Cdnow => CdnowReader.Open(file.Records('\u001F'), log, meaning),
            PurchaseLayout.CdnowSample => CdnowReader.OpenSample(file.Records('\u001F'), log, meaning),
            PurchaseLayout.Mapped => MappedReader.Open(
                file.Records(),
                mapping ?? throw new ArgumentNullException(nameof(mapping)),
                log,
                meaning
            ),
            PurchaseLayout.Ozon or PurchaseLayout.Wildberries => throw new UnreadableFileException(
                new Error("FileNamesNoBuyers", "layout", layout.ToString())
            ),
        };

    internal static UnreadableFileException NotTheHeader(PurchaseLayout layout) =>
        new(new Error("FileHasAnotherHeader", "layout", layout.ToString()));
}
