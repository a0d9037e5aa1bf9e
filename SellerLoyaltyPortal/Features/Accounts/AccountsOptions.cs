using System.ComponentModel.DataAnnotations;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Configuration section <c>AccountsOptions</c>.</summary>
public sealed class AccountsOptions
{
    /// <summary>Attempts to sign in that one network address may make within five minutes.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerAddress { get; set; } = 60;

    /// <summary>Days after which a person signs in anew, however busy their sign-in was.</summary>
    [Range(1, 365)]
    public int LongestSessionDays { get; set; } = 30;

    /// <summary>
    /// Operators who are not asked for a second step: the demo's, whose password everybody knows. Filled by the
    /// demo in Development only, never read from the configuration.
    /// </summary>
    internal HashSet<string> WithoutSecondStep { get; } = new(StringComparer.OrdinalIgnoreCase);
}
