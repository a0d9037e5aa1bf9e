namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>Tests of this collection run one after another on the same portal and browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserSuite : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
