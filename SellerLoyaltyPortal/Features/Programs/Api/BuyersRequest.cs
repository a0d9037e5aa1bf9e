namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <param name="Buyers">From 1 to 1,000 ids; one that stands twice is answered twice.</param>
public sealed record BuyersRequest(IReadOnlyList<string?>? Buyers);
