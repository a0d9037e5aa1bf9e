using System.ComponentModel.DataAnnotations;

namespace SellerLoyaltyPortal.Features.Programs.Mechanics;

/// <summary>
/// Between what a seller may choose: the marketplace's frame of the constructor. Amounts are whole units of
/// the seller's currency, discounts whole percent. Configuration section <c>ProgramLimits</c>.
/// </summary>
public sealed class ProgramLimits
{
    [Range(1, 1_000_000_000)]
    public int LowestThreshold { get; set; } = 1_000;

    [Range(1, 1_000_000_000)]
    public int HighestThreshold { get; set; } = 100_000;

    [Range(1, 1_000_000_000)]
    public int ThresholdStep { get; set; } = 100;

    [Range(1, 100)]
    public int LowestDiscount { get; set; } = 3;

    [Range(1, 100)]
    public int HighestDiscount { get; set; } = 50;

    [Range(1, 100)]
    public int DiscountStep { get; set; } = 1;

    /// <summary>Days that every offer lives at least, its first day counted.</summary>
    [Range(1, 3_650)]
    public int LeastLifeDays { get; set; } = 30;

    /// <summary>
    /// Whether a running offer may get worse for buyers (a higher threshold, a lower discount) while its minimum
    /// life lasts. The marketplace does not say; with false only later.
    /// </summary>
    public bool MayWorsenInMinimumLife { get; set; } = true;

    /// <summary>The longest life that a seller can bind themselves to.</summary>
    [Range(1, 3_650)]
    public int LongestLifeDays { get; set; } = 365;
}
