namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>A place of a seller that is found by its name.</summary>
/// <param name="Name">As people see it.</param>
/// <param name="Kind">What it is, in a word: "draft".</param>
/// <param name="Page">Relative to the seller: <c>programs/7</c>.</param>
/// <param name="Icon">Name of a Material symbol.</param>
public sealed record NamedPlace(string Name, string Kind, string Page, string Icon);
