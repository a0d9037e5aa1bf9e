namespace SellerLoyaltyPortal.Features.Help;

/// <summary>Marker of the glossary's texts.</summary>
public sealed class GlossaryText;
