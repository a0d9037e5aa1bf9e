using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Accounts;

// A planted violation: the guard that does not report it guards nothing.
internal static class UsesInABody
{
    internal static bool Run(object row) => row is PurchaseLine;
}
