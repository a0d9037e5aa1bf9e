using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Features.Demo;

/// <summary>A file in <c>DemoData</c>.</summary>
internal sealed record DemoFile(string Name, PurchaseLayout Layout);
