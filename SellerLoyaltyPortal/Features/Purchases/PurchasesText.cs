namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Marks the texts of this feature (<c>PurchasesText.resx</c>, <c>.ru.resx</c>).</summary>
public sealed class PurchasesText;
