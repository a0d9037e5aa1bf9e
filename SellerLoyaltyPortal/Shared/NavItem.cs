namespace SellerLoyaltyPortal.Shared;

/// <summary>
/// An entry of the seller's navigation; each feature registers its own, so that adding a feature touches no
/// menu.
/// </summary>
/// <param name="Page">Last part of the address: <c>programs</c> of <c>/sellers/{slug}/programs</c>.</param>
/// <param name="Texts">Marker type of the texts that hold the label.</param>
/// <param name="TextKey">Key of the label.</param>
/// <param name="Icon">Name of a Material symbol.</param>
/// <param name="Order">Tens make a group, ones its order: 10–19 design, 20–29 learn, 30–39 set up.</param>
/// <param name="OwnersOnly">Not shown to analysts.</param>
public sealed record NavItem(
    string Page,
    Type Texts,
    string TextKey,
    string Icon,
    int Order,
    bool OwnersOnly = false
)
{
    /// <summary>
    /// What of an address the page understands beside the as-of date: names that the way to it keeps, so that a
    /// filter goes along.
    /// </summary>
    public IReadOnlyList<string> Keeps { get; init; } = [];
}
