using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Components;

// A planted violation: the guard that does not report it guards nothing.
internal static class KnowsAFeature
{
    internal static string Run(Seller seller) => seller.Name;
}
