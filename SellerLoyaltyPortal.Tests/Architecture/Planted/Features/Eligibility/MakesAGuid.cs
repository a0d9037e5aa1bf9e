namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Eligibility;

// A planted violation: the guard that does not report it guards nothing.
internal static class MakesAGuid
{
    internal static Guid Run() => Guid.NewGuid();
}
