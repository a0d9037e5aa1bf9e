using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>A seller with a million buyers and two million lines, in roubles.</summary>
public static class MillionBuyers
{
    public const string Slug = "million";

    private const int Count = 1_000_000;

    // Keys of buyers are unique over all sellers; the demo's are far below.
    private const long FirstKey = 10_000_000;

    /// <summary>Writes it into the data folder of a portal that does not run; the demo's owner owns it.</summary>
    public static async Task AddAsync(string folder)
    {
        await using var services = SqliteFile.Services(folder);
        var contexts = services.GetRequiredService<SellerDbContextFactory>();
        var seller = new Seller
        {
            Slug = Slug,
            Name = "Million",
            CurrencyCode = "RUB",
            TimeZoneId = "Europe/Moscow",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };
        await using (var context = contexts.ForPlatform())
        {
            var owner = await context.Set<PortalUser>().SingleAsync(u => u.Email == DemoPeople.Owner);
            context.Add(seller);
            await context.SaveChangesAsync();
            context.Add(
                new SellerMembership
                {
                    SellerId = seller.Id,
                    UserId = owner.Id,
                    Role = SellerRole.Owner,
                }
            );
            await context.SaveChangesAsync();
        }
        await LedgerFill.AddAsync(contexts, seller, Count, FirstKey, likeAShop: true);
    }
}
