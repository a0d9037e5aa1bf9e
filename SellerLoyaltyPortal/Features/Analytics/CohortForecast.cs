using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>What the members of a cohort are expected to bring beyond what they have been watched for.</summary>
/// <param name="Days">The period of the first purchase.</param>
/// <param name="Expected">
/// By days since the first purchase, in steps of <see cref="StepDays"/> from 0: expected revenue of all members
/// after the as-of date, in currency units.
/// </param>
public sealed record CohortForecast(DayRange Days, IReadOnlyList<double> Expected)
{
    public const int StepDays = 30;

    public const int LastDay = 730;

    /// <summary>Days to which there is a value: the steps, and the two milestones that are none.</summary>
    public static readonly IReadOnlyList<int> At =
    [
        .. Enumerable
            .Range(0, LastDay / StepDays + 1)
            .Select(i => i * StepDays)
            .Append(365)
            .Append(LastDay)
            .Order(),
    ];

    /// <summary>Null where nothing is forecast for that day.</summary>
    public double? By(int day)
    {
        for (var i = 0; i < At.Count; i++)
        {
            if (At[i] == day)
                return Expected[i];
        }
        return null;
    }
}
