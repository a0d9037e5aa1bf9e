namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>What every cohort is expected to bring beyond what it has been watched for.</summary>
/// <param name="Cohorts">By first purchase, the earliest first; none below the minimum data.</param>
/// <param name="Margins">
/// Half-widths of the 95 % intervals of what all cohorts together are expected to bring, by the same days; null where
/// the data do not tell the models' parameters.
/// </param>
public sealed record CohortForecasts(IReadOnlyList<CohortForecast> Cohorts, IReadOnlyList<double>? Margins)
{
    public static readonly CohortForecasts None = new([], null);
}
