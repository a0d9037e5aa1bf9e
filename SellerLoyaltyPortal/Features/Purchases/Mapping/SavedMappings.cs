using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>What a seller's people said before about files with the same columns.</summary>
public sealed class SavedMappings(SellerDbContextFactory contexts, TimeProvider clock)
{
    public async Task<(ImportMapping Mapping, DateTimeOffset SavedAt)?> FindAsync(
        SellerId seller,
        string signature,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(seller);
        var saved = await context
            .Set<SavedMapping>()
            .AsNoTracking()
            .SingleOrDefaultAsync(m => m.Signature == signature, cancellation);
        return saved is not null && ImportMapping.FromJson(saved.MappingJson) is { } mapping
            ? (mapping, saved.SavedAt)
            : null;
    }

    internal async Task SaveAsync(
        SellerAccess access,
        string signature,
        string fileName,
        ImportMapping mapping,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var saved = await context
            .Set<SavedMapping>()
            .SingleOrDefaultAsync(m => m.Signature == signature, cancellation);
        var json = mapping.ToJson();
        if (saved is null)
            context.Add(
                new SavedMapping
                {
                    Signature = signature,
                    FileName = fileName,
                    MappingJson = json,
                    SavedAt = clock.GetUtcNow(),
                    SavedBy = access.UserId,
                }
            );
        else
            (saved.FileName, saved.MappingJson, saved.SavedAt, saved.SavedBy) = (
                fileName,
                json,
                clock.GetUtcNow(),
                access.UserId
            );
        context.Audit(clock.GetUtcNow(), access.Actor, access.SellerId, AuditAction.MappingSaved, fileName);
        await context.SaveChangesAsync(cancellation);
    }
}
