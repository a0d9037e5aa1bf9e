using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>An owner brings a file of purchases.</summary>
public sealed class ImportPurchases(PurchaseFileImporter importer, SellerDirectory sellers)
{
    public async Task<Result<ImportReport>> RunAsync(
        SellerAccess access,
        Stream content,
        string fileName,
        PurchaseLayout layout,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    )
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return new Error("OnlyOwnersImportPurchases");
        var file = new PurchaseFile
        {
            SellerId = access.SellerId,
            Calendar = access.Calendar,
            Content = content,
            Length = content.CanSeek ? content.Length : null,
            Name = Path.GetFileName(fileName),
            Layout = layout,
            ImportedBy = access.UserId,
        };
        return await importer.RunAsync(file, progress, cancellation);
    }
}
