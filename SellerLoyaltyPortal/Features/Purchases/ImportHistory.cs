using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>The imports of a seller, the latest first.</summary>
public sealed class ImportHistory(SellerDbContextFactory contexts)
{
    public async Task<IReadOnlyList<ImportHistoryRow>> ListAsync(
        SellerAccess access,
        CancellationToken cancellation
    )
    {
        List<PurchaseImport> imports;
        await using (var context = contexts.ForSeller(access.SellerId))
            imports = await context
                .Set<PurchaseImport>()
                .AsNoTracking()
                .OrderByDescending(i => i.Id)
                .ToListAsync(cancellation);
        var people = imports.Select(i => i.ImportedBy).OfType<Guid>().Distinct().ToList();
        Dictionary<Guid, string> names;
        await using (var context = contexts.ForPlatform())
            names = await context
                .Set<PortalUser>()
                .Where(u => people.Contains(u.Id))
                .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        return
        [
            .. imports.Select(i => new ImportHistoryRow(
                i.Id,
                i.FileName,
                i.FileSha256,
                i.Layout,
                i.ImportedAt,
                i.ImportedBy is { } who ? names.GetValueOrDefault(who, who.ToString()) : null,
                i.RowsRead,
                i.LinesAdded,
                i.LinesCorrected,
                i.LinesAlreadyThere,
                i.RowsLeftOut,
                StoredFindings.FromJson(i.FindingsJson)
            )),
        ];
    }
}
