namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>How a person looks at the portal.</summary>
/// <param name="Person">A demo person who is signed in; null for a visitor.</param>
public sealed record BrowserLook(
    string Language = "ru",
    string Theme = "light",
    int Width = 1440,
    string? Person = null
)
{
    public int Height => Width < 600 ? 844 : 900;

    public override string ToString() => $"{Language}-{Theme}-{Width}";
}
