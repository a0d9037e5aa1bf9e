namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>A token for a buyer's hint in a frame.</summary>
/// <param name="Token">Opens this buyer's hint and nothing else.</param>
/// <param name="Address">Of the page to frame, on this portal; <c>&amp;lang=en</c> for English, Russian without.</param>
/// <param name="ExpiresAt">From then on the page is empty.</param>
public sealed record HintTokenAnswer(string Token, string Address, DateTimeOffset ExpiresAt);
