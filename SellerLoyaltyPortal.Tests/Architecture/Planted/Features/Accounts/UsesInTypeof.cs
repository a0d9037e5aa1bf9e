using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Accounts;

// A planted violation: the guard that does not report it guards nothing.
internal static class UsesInTypeof
{
    internal static string Run() => typeof(PurchaseLine).FullName!;
}
