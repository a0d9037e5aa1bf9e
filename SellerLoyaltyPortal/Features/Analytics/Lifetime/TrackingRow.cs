namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>Repeat purchases of all buyers from the start to the end of a week.</summary>
/// <param name="Week">From 1; ends after 7 × week days.</param>
/// <param name="Actual">How many there were.</param>
/// <param name="Expected">How many the model expected, from the days of first purchases alone.</param>
public readonly record struct TrackingRow(int Week, long Actual, double Expected);
