using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Purchases.Pages;

// A planted violation: the guard that does not report it guards nothing.
internal static class AsksTheDatabase
{
    internal static bool Run(PortalDbContext context) => context.ChangeTracker.HasChanges();
}
