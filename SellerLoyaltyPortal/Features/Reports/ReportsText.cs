namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Marks the texts of this feature (<c>ReportsText.resx</c>, <c>.ru.resx</c>).</summary>
public sealed class ReportsText;
