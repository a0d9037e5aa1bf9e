namespace SellerLoyaltyPortal.Features.Overview;

/// <summary>Marker of the overview's texts.</summary>
public sealed class OverviewText;
