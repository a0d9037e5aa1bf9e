using System.ComponentModel.DataAnnotations;

namespace SellerLoyaltyPortal.Features.Operations;

/// <summary>Configuration section <c>OperationsOptions</c>.</summary>
public sealed class OperationsOptions
{
    /// <summary>
    /// What the collector of metrics sends as <c>Authorization: Bearer …</c>. Without it <c>/metrics</c> is
    /// not there: how much is sold is nobody's business.
    /// </summary>
    [MinLength(20)]
    public string? MetricsToken { get; init; }

    /// <summary>Under so many free megabytes in the data folder the portal is not ready for imports.</summary>
    [Range(0, 1_000_000)]
    public int LeastFreeMegabytes { get; init; } = 500;
}
