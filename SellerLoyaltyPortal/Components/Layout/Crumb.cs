namespace SellerLoyaltyPortal.Components.Layout;

/// <summary>A page above the one that is shown.</summary>
public sealed record Crumb(string Label, string Href);
