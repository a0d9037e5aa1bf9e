using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;

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
        var people = imports
            .SelectMany(i => (Guid?[])[i.ImportedBy, i.UndoneBy])
            .OfType<Guid>()
            .Distinct()
            .ToList();
        Dictionary<Guid, string> names;
        await using (var context = contexts.ForPlatform())
            names = await context
                .Set<PortalUser>()
                .Where(u => people.Contains(u.Id))
                .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellation);
        // Files that came by the interface for machines: under the name of the key.
        await using (var context = contexts.ForPlatform())
            foreach (
                var key in await context
                    .Set<ApiKey>()
                    .Where(k => k.SellerId == access.SellerId && people.Contains(k.Id))
                    .Select(k => new { k.Id, k.Name })
                    .ToListAsync(cancellation)
            )
                names[key.Id] = key.Name;
        return
        [
            .. imports.Select(i => new ImportHistoryRow(
                i.Id,
                i.FileName,
                i.FileSha256,
                i.Layout,
                i.ImportedAt,
                NameOf(i.ImportedBy),
                i.RowsRead,
                i.LinesAdded,
                i.LinesCorrected,
                i.LinesAlreadyThere,
                i.RowsLeftOut,
                StoredFindings.FromJson(i.FindingsJson),
                i.UndoneAt,
                NameOf(i.UndoneBy)
            )),
        ];

        string? NameOf(Guid? who) =>
            who is { } known ? names.GetValueOrDefault(known, known.ToString()) : null;
    }
}
