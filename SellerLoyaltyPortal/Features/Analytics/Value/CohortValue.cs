using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Value;

/// <summary>
/// What a cohort of buyers has brought by each day after their first purchase, net of returns and cancellations,
/// divided by the whole cohort, also those who never came back.
/// </summary>
public sealed class CohortValue
{
    /// <summary>Days since the first purchase at which the table shows the value.</summary>
    public static readonly IReadOnlyList<int> Milestones = [0, 30, 60, 90, 180, 365, 730];

    private readonly ValueSums[] _cumulative;

    internal CohortValue(DayRange days, int buyers, int observedDays, ValueSums[] byDay)
    {
        (Days, Buyers, ObservedDays) = (days, buyers, observedDays);
        _cumulative = byDay;
        for (var day = 1; day < byDay.Length; day++)
            byDay[day] += byDay[day - 1];
    }

    /// <summary>The period of the first purchase.</summary>
    public DayRange Days { get; }

    /// <summary>The cohort's size: the denominator of everything.</summary>
    public int Buyers { get; }

    /// <summary>For how many days after their first purchase every member has been watched; negative if not yet for one.</summary>
    public int ObservedDays { get; }

    /// <summary>
    /// Sums by the end of that day; null when not every member has been watched that long, because then the sum
    /// would only seem to flatten.
    /// </summary>
    public ValueSums? SumsBy(int day) => day > ObservedDays || Buyers == 0 ? null : SoFarBy(day);

    /// <summary>What is known of that day: of members who have not been watched that long, what they brought so far.</summary>
    public ValueSums SoFarBy(int day) =>
        _cumulative.Length == 0 ? default : _cumulative[Math.Min(day, _cumulative.Length - 1)];

    /// <summary>Revenue by the end of that day, in 1/10,000 of the currency unit; null as above.</summary>
    public long? TotalBy(int day) => SumsBy(day)?.Revenue;

    /// <summary>Revenue a member, in currency units.</summary>
    public double? PerBuyerBy(int day) => TotalBy(day) / (double)Money.Scale / Buyers;
}
