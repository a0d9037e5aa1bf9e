namespace SellerLoyaltyPortal.Features.Demo;

/// <summary>Configuration section <c>DemoOptions</c>; read in Development only.</summary>
public sealed class DemoOptions
{
    /// <summary>Whether an empty portal is filled with two demo sellers and the people who run them.</summary>
    public bool Enabled { get; set; } = true;
}
