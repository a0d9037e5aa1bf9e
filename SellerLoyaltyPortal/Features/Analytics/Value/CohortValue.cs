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

    private readonly long[] _cumulative;

    internal CohortValue(DayRange days, int buyers, int observedDays, long[] byDay)
    {
        (Days, Buyers, ObservedDays) = (days, buyers, observedDays);
        _cumulative = byDay;
        for (var day = 1; day < byDay.Length; day++)
            byDay[day] = checked(byDay[day] + byDay[day - 1]);
    }

    /// <summary>The period of the first purchase.</summary>
    public DayRange Days { get; }

    /// <summary>The cohort's size: the denominator of everything.</summary>
    public int Buyers { get; }

    /// <summary>For how many days after their first purchase every member has been watched; negative if not yet for one.</summary>
    public int ObservedDays { get; }

    /// <summary>
    /// Total by the end of that day, in 1/10,000 of the currency unit; null when not every member has been watched
    /// that long, because then the sum would only seem to flatten.
    /// </summary>
    public long? TotalBy(int day) =>
        day > ObservedDays || Buyers == 0 ? null
        : _cumulative.Length == 0 ? 0
        : _cumulative[Math.Min(day, _cumulative.Length - 1)];

    /// <summary>The total a member, in currency units.</summary>
    public double? PerBuyerBy(int day) => TotalBy(day) / (double)Money.Scale / Buyers;
}
