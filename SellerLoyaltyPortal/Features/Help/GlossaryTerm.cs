namespace SellerLoyaltyPortal.Features.Help;

/// <summary>A word of the portal.</summary>
/// <param name="Id">Its place on the page, to which other pages link; stays for good.</param>
/// <param name="Key">The word is the text <c>Term.Key</c>, what it means <c>Means.Key</c>.</param>
/// <param name="Formula">The same in every language; null where words are enough.</param>
public sealed record GlossaryTerm(string Id, string Key, string? Formula = null);
