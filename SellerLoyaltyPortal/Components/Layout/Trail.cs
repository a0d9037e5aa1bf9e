namespace SellerLoyaltyPortal.Components.Layout;

/// <summary>Where the shown page stands, for its head: told by the frame, which knows the pages.</summary>
/// <param name="Above">From the top; empty on a page of the first level.</param>
/// <param name="Help">Address of the glossary; null outside a seller's pages.</param>
public sealed record Trail(IReadOnlyList<Crumb> Above, string? Help)
{
    public static readonly Trail None = new([], null);
}
