using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>A buyer in a list.</summary>
/// <param name="Id">The pseudonymous id.</param>
/// <param name="Total">Counted toward a threshold in the last 365 days.</param>
/// <param name="Orders">Orders in the same window.</param>
/// <param name="DaysSinceLast">Days from the last purchase to the as-of date.</param>
/// <param name="Scores">Recency, frequency and money, 1 … 5 each.</param>
/// <param name="Segment">The named group.</param>
/// <param name="MeanInterval">Mean days between purchase days of the whole history; null with fewer than two.</param>
/// <param name="Rhythm">Silence against that.</param>
public sealed record BuyerRow(
    BuyerId Id,
    Money Total,
    int Orders,
    int DaysSinceLast,
    (int Recency, int Frequency, int Money) Scores,
    RfmSegment Segment,
    double? MeanInterval,
    BuyerRhythm Rhythm
);
