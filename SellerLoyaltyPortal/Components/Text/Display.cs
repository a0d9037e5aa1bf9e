namespace SellerLoyaltyPortal.Components.Text;

/// <summary>placeholder</summary>
public static class Display;
