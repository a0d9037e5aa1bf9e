namespace SellerLoyaltyPortal.Features.Api;

/// <summary>Marker of the machines' interface's texts.</summary>
public sealed class ApiText;
