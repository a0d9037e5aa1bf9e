namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>A value that a text of <see cref="ProgramsText"/> names.</summary>
public sealed record TextKey(string Key);
