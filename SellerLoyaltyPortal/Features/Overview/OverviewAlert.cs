using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Overview;

/// <summary>Something that the seller should look at.</summary>
/// <param name="Day">The date it is about, where there is one.</param>
public sealed record OverviewAlert(OverviewAlertKind Kind, DayNumber? Day = null);
