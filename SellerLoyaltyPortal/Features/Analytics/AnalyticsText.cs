namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Marks the texts of this feature (<c>AnalyticsText.resx</c>, <c>.ru.resx</c>).</summary>
public sealed class AnalyticsText;
