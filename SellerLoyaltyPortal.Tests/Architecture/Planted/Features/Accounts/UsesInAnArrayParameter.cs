using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Accounts;

// A planted violation: the guard that does not report it guards nothing.
internal static class UsesInAnArrayParameter
{
    internal static int Run(PurchaseLine[] rows) => rows.Length;
}
