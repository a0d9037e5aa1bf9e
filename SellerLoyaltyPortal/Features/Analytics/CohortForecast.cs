using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>What the members of a cohort are expected to bring beyond what they have been watched for.</summary>
/// <param name="Days">The period of the first purchase.</param>
/// <param name="Expected">
/// By days since the first purchase, in steps of <see cref="StepDays"/> from 0: expected revenue of all members
/// after the as-of date, in currency units.
/// </param>
/// <param name="Margins">
/// Half-widths of their 95 % intervals: how exactly the parameters are known, and that buyers do as they please. Null
/// where the data do not tell the parameters.
/// </param>
public sealed record CohortForecast(
    DayRange Days,
    IReadOnlyList<double> Expected,
    IReadOnlyList<double>? Margins
)
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
    public double? By(int day) => PlaceOf(day) is { } place ? Expected[place] : null;

    /// <summary>Half-width of the interval on that day; null where there is none.</summary>
    public double? MarginBy(int day) => PlaceOf(day) is { } place ? Margins?[place] : null;

    /// <summary>Where a day stands in <see cref="At"/>; null where it does not.</summary>
    public static int? PlaceOf(int day)
    {
        for (var i = 0; i < At.Count; i++)
        {
            if (At[i] == day)
                return i;
        }
        return null;
    }
}
