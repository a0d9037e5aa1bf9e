namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>Buyers with the same number of repeat purchases in the calibration period.</summary>
/// <param name="Repeats">How many; the last row holds this many or more.</param>
/// <param name="Buyers">How many buyers.</param>
/// <param name="Actual">Their mean purchases in the hold-out period.</param>
/// <param name="Expected">What the model expected of them, on average.</param>
public readonly record struct FrequencyRow(int Repeats, int Buyers, double Actual, double Expected);
