namespace SellerLoyaltyPortal.Features.Analytics.Retention;

/// <summary>The state of a <see cref="SurvivalCurve"/> from a day on.</summary>
/// <param name="Day">Days since the purchase that starts the clock.</param>
/// <param name="AtRisk">Buyers who had been watched that long and had not bought again before.</param>
/// <param name="Repeated">Of those, how many bought again on that very day.</param>
/// <param name="Share">Estimated share of buyers who buy again within that many days.</param>
/// <param name="Lower">Lower end of its 95 % confidence band.</param>
/// <param name="Upper">Upper end of its 95 % confidence band.</param>
public readonly record struct SurvivalPoint(
    int Day,
    int AtRisk,
    int Repeated,
    double Share,
    double Lower,
    double Upper
);
