using SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Purchases.Pages;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Accounts;

// A planted violation: the guard that does not report it guards nothing.
internal static class UsesAPage
{
    internal static object Run() => new PlantedPage();
}
