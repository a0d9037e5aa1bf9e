namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Eligibility;

// A planted violation: the guard that does not report it guards nothing.
internal static class ReadsAFile
{
    internal static bool Run(string path) => File.Exists(path);
}
