using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Buyers whom a change treats alike.</summary>
/// <param name="Buyers">How many.</param>
/// <param name="Revenue">Their totals in the window together.</param>
public sealed record RevisionGroup(int Buyers, Money Revenue);
