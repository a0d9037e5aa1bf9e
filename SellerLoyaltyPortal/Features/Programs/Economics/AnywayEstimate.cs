using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Economics;

/// <summary>What the buyers behind a threshold spend in a year with no discount at all.</summary>
/// <param name="Basis">How it is known.</param>
/// <param name="CohortOn">The as-of date on which these buyers qualified.</param>
/// <param name="Buyers">How many they are.</param>
/// <param name="SpentBefore">Their totals on that date.</param>
/// <param name="Spent">What they spent in the year: the baseline of the subsidy.</param>
/// <param name="PassedAgain">How many of them qualified again a year later; null where that is not known yet.</param>
public sealed record AnywayEstimate(
    AnywayBasis Basis,
    DayNumber CohortOn,
    int Buyers,
    Money SpentBefore,
    Money Spent,
    int? PassedAgain
)
{
    /// <summary>By how much they spent more (or, negative, less) than the year before; null where that is not known.</summary>
    public double? Change =>
        Basis == AnywayBasis.YearEarlier && SpentBefore > Money.Zero
            ? (double)Spent.TenThousandths / SpentBefore.TenThousandths - 1
            : null;

    /// <summary>Share who qualified again; null where that is not known.</summary>
    public double? PassedAgainShare =>
        PassedAgain is { } passed && Buyers > 0 ? (double)passed / Buyers : null;
}
