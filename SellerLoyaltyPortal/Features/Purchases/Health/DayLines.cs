using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Health;

/// <param name="Day">A business day.</param>
/// <param name="Lines">Purchase lines that were bought out on it.</param>
public sealed record DayLines(DayNumber Day, long Lines);
