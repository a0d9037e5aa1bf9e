namespace SellerLoyaltyPortal.Components;

/// <summary>Marks the texts of the frame and the UI kit (<c>PortalText.resx</c>, <c>.ru.resx</c>).</summary>
public sealed class PortalText;
