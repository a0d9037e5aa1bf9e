namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>Marks the texts of this feature (<c>AuditText.resx</c>, <c>.ru.resx</c>).</summary>
public sealed class AuditText;
