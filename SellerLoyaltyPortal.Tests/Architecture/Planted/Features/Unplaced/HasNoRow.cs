using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Unplaced;

// A planted violation: the guard that does not report it guards nothing.
internal static class HasNoRow
{
    internal static string Run(Seller seller) => seller.Name;
}
