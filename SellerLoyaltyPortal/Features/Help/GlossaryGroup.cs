namespace SellerLoyaltyPortal.Features.Help;

/// <summary>Words that belong together.</summary>
/// <param name="Key">Its heading is the text <c>Group.Key</c>.</param>
public sealed record GlossaryGroup(string Key, IReadOnlyList<GlossaryTerm> Terms);
