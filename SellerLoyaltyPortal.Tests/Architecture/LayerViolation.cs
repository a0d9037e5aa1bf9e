namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>An arrow that is not drawn.</summary>
public sealed record LayerViolation(string From, string To, string Rule)
{
    public override string ToString() =>
        $"{From} → {To}: {Rule} (docs/ARCHITECTURE.md, docs/adr/0001-one-web-project.md)";
}
