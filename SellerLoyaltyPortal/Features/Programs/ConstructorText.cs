namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Marks the texts of the constructor (<c>ConstructorText.resx</c>, <c>.ru.resx</c>).</summary>
public sealed class ConstructorText;
