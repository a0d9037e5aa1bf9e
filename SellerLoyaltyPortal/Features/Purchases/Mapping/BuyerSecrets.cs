using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>The sellers' keys for hashing buyer ids; made when the first file needs one.</summary>
public sealed class BuyerSecrets(
    SellerDbContextFactory contexts,
    IDataProtectionProvider protection,
    TimeProvider clock
) : IProtectedValues
{
    private const int KeyBytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("Purchases.BuyerSecret.v1");

    internal async Task<BuyerHash> HashAsync(SellerId seller, CancellationToken cancellation)
    {
        await using var context = contexts.ForSeller(seller);
        if (await FindAsync(context, cancellation) is { } known)
            return known;
        context.Add(
            new BuyerSecret
            {
                ProtectedKey = Convert.ToBase64String(
                    _protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes))
                ),
                CreatedAt = clock.GetUtcNow(),
            }
        );
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody else made it in this moment; theirs holds.
            context.ChangeTracker.Clear();
        }
        return await FindAsync(context, cancellation)
            ?? throw new InvalidOperationException("The secret was not stored.");
    }

    async Task<int> IProtectedValues.ProtectAgainAsync(CancellationToken cancellation)
    {
        List<SellerId> sellers;
        await using (var platform = contexts.ForPlatform())
            sellers = await platform.Set<Seller>().Select(s => s.Id).ToListAsync(cancellation);
        var count = 0;
        foreach (var seller in sellers)
        {
            await using var context = contexts.ForSeller(seller);
            if (await context.Set<BuyerSecret>().SingleOrDefaultAsync(cancellation) is not { } secret)
                continue;
            secret.ProtectedKey = Convert.ToBase64String(
                _protector.Protect(_protector.Unprotect(Convert.FromBase64String(secret.ProtectedKey)))
            );
            await context.SaveChangesAsync(cancellation);
            count++;
        }
        return count;
    }

    private async Task<BuyerHash?> FindAsync(PortalDbContext context, CancellationToken cancellation) =>
        await context.Set<BuyerSecret>().AsNoTracking().SingleOrDefaultAsync(cancellation) is { } secret
            ? new BuyerHash(_protector.Unprotect(Convert.FromBase64String(secret.ProtectedKey)))
            : null;
}
