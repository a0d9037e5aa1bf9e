namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Marks the texts of costs and unit economics (<c>EconomicsText.resx</c>, <c>.ru.resx</c>).</summary>
public sealed class EconomicsText;
