using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Accounts;

// A planted violation: the guard that does not report it guards nothing.
internal static class UsesInAnAsyncMethod
{
    internal static async Task<bool> RunAsync(Task<object> row) => await row is PurchaseLine;
}
