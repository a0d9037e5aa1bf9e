using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>A forecast with what it rests on, or what is missing for one.</summary>
public sealed record ForecastView(
    DayNumber AsOf,
    IReadOnlyList<ForecastShortfall> Missing,
    ForecastResult? Result
);
