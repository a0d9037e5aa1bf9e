namespace SellerLoyaltyPortal.Features.Api;

/// <summary>A key at the one moment when its secret is known.</summary>
/// <param name="Secret">What the machine sends as <c>Authorization: Bearer …</c>.</param>
public sealed record IssuedApiKey(Guid Id, string Name, string Secret);
