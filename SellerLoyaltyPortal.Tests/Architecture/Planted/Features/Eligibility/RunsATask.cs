namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Eligibility;

// A planted violation: the guard that does not report it guards nothing.
internal static class RunsATask
{
    internal static async Task RunAsync() => await Task.Yield();
}
