using Microsoft.EntityFrameworkCore;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Eligibility;

// A planted violation: the guard that does not report it guards nothing.
internal static class UsesEntityFramework
{
    internal static bool Run(DbContext context) => context.ChangeTracker.HasChanges();
}
