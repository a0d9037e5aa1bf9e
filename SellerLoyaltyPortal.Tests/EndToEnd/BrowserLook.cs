namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>How a person looks at the portal.</summary>
public sealed record BrowserLook(string Language = "ru", string Theme = "light", int Width = 1440)
{
    public int Height => Width < 600 ? 844 : 900;

    public override string ToString() => $"{Language}-{Theme}-{Width}";
}
