using SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Accounts.Persistence;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Purchases;

// A planted violation: the guard that does not report it guards nothing.
internal static class UsesASubNamespace
{
    internal static object Run() => new PlantedSecret();
}
