using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>A buyer whom one typical order would lift over the threshold.</summary>
/// <param name="Ordinal">In the snapshot's buyer index.</param>
/// <param name="Total">What counts in the window.</param>
/// <param name="Lacking">What is lacking to qualify.</param>
/// <param name="DaysLeft">
/// For how many days from now, today included, one typical order still suffices if nothing is bought before;
/// null beyond 65,535 days.
/// </param>
public readonly record struct NearBuyer(int Ordinal, Money Total, Money Lacking, int? DaysLeft);
