using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Accounts.Sessions;

/// <summary>
/// A browser in which a person is signed in: the cookie names it, so that one of several can be ended from
/// another. Kept after its end for the person to look at, then removed.
/// </summary>
internal sealed class SignInSession : IPlatformOwned
{
    public const int LongestBrowser = 300;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Exact to <see cref="SessionUses.Grain"/>.</summary>
    public required DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? Address { get; init; }

    /// <summary>What the browser calls itself.</summary>
    public string? Browser { get; init; }
}
