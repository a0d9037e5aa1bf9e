namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>What a forecast lacks. Below any of the minimums none is shown.</summary>
public enum ForecastShortfall
{
    /// <summary>Fewer than <see cref="ForecastMinimum.Buyers"/> buyers.</summary>
    Buyers,

    /// <summary>Less than <see cref="ForecastMinimum.Days"/> days from the first purchase to the as-of date.</summary>
    History,

    /// <summary>No buyer with <see cref="ForecastMinimum.Orders"/> purchases or more.</summary>
    LoyalBuyers,

    /// <summary>Nothing bought in the last <see cref="ForecastMinimum.RecentDays"/> days.</summary>
    RecentPurchases,
}
