namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Marks the texts of this feature (<c>ProgramsText.resx</c>, <c>.ru.resx</c>).</summary>
public sealed class ProgramsText;
