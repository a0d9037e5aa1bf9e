using System.ComponentModel.DataAnnotations;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>Limits of the machines' interface.</summary>
public sealed class ApiOptions
{
    /// <summary>How many requests a second one key may make in the long run.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; init; } = 2_000;

    /// <summary>How many requests a key may make at once after a pause.</summary>
    [Range(1, 1_000_000)]
    public int Burst { get; init; } = 4_000;
}
