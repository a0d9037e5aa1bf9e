namespace SellerLoyaltyPortal.Shared;

/// <summary>
/// Something that can be done on a seller's pages, found by name from anywhere; each feature registers its own.
/// </summary>
/// <param name="Page">Where it is done, relative to the seller: <c>programs/compare</c>.</param>
/// <param name="Texts">Marker type of the texts that hold the label.</param>
/// <param name="TextKey">Key of the label.</param>
/// <param name="Icon">Name of a Material symbol.</param>
/// <param name="OwnersOnly">Not offered to analysts.</param>
public sealed record NavAction(string Page, Type Texts, string TextKey, string Icon, bool OwnersOnly = false);
