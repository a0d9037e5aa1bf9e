using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Accounts;

// A planted violation: the guard that does not report it guards nothing.
internal static class UsesAsAGenericArgument
{
    internal static int Run(IEnumerable<object> rows) => rows.OfType<PurchaseLine>().Count();
}
