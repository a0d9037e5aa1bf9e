namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>Who can sign in to the demo, as README names them.</summary>
public static class DemoPeople
{
    public const string Password = "loyalty-demo-2026";
    public const string Owner = "owner@demo.example";
    public const string Analyst = "analyst@demo.example";
    public const string OwnerOfCdnow = "cdnow@demo.example";
    public const string Operator = "operator@demo.example";
}
