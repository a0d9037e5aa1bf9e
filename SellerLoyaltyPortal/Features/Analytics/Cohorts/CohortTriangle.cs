using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Cohorts;

/// <summary>
/// Buyers by period of first activity (rows) and periods since (columns). A cell whose period is not over on the
/// as-of date is unfinished: counts of it are given on request, percentages and averages never use it.
/// </summary>
public sealed class CohortTriangle
{
    private readonly int[] _on;
    private readonly int[] _onOrAfter;
    private readonly int _firstIndex;

    internal CohortTriangle(
        CohortPeriod period,
        DayNumber asOf,
        int firstIndex,
        int periods,
        int[] on,
        int[] last
    )
    {
        (Period, AsOf, _firstIndex, Cohorts, _on) = (period, asOf, firstIndex, periods, on);
        _onOrAfter = last;
        for (var cohort = 0; cohort < periods; cohort++)
        {
            for (var k = periods - 2; k >= 0; k--)
                _onOrAfter[cohort * periods + k] += _onOrAfter[cohort * periods + k + 1];
        }
    }

    public CohortPeriod Period { get; }

    public DayNumber AsOf { get; }

    /// <summary>Rows: every period from the first activity to the as-of date, also those without new buyers.</summary>
    public int Cohorts { get; }

    /// <summary>First and last day of the cohort's period.</summary>
    public DayRange DaysOf(int cohort) =>
        new(
            PeriodCalendar.FirstDayOf(_firstIndex + cohort, Period),
            PeriodCalendar.LastDayOf(_firstIndex + cohort, Period)
        );

    /// <summary>Buyers first active in the cohort's period.</summary>
    public int SizeOf(int cohort) => _on[cohort * Cohorts];

    /// <summary>Cells of a row that have begun by the as-of date.</summary>
    public int CellsOf(int cohort) => Cohorts - cohort;

    /// <summary>Whether the period <paramref name="k"/> after the cohort's own is over on the as-of date.</summary>
    public bool IsFinished(int cohort, int k) =>
        k < CellsOf(cohort) && PeriodCalendar.LastDayOf(_firstIndex + cohort + k, Period) <= AsOf;

    /// <summary>The number of buyers, finished or not; null when the period has not begun.</summary>
    public int? CountSoFar(int cohort, int k, CohortCounting counting = CohortCounting.OnPeriod) =>
        k < CellsOf(cohort) ? Raw(cohort, k, counting) : null;

    /// <summary>The number of buyers; null when the period is not over.</summary>
    public int? Count(int cohort, int k, CohortCounting counting = CohortCounting.OnPeriod) =>
        IsFinished(cohort, k) ? Raw(cohort, k, counting) : null;

    /// <summary>The share of buyers; null when the period is not over or there is nobody to relate to.</summary>
    public double? Share(int cohort, int k, CohortCounting counting, CohortBase relativeTo)
    {
        var whole = Whole(cohort, k, counting, relativeTo);
        return IsFinished(cohort, k) && whole > 0 ? Raw(cohort, k, counting) / (double)whole : null;
    }

    /// <summary>
    /// All cohorts whose cell is finished taken together: their buyers in the cell over their buyers in the base.
    /// Not the mean of their percentages, which would count a cohort of three as much as one of three thousand.
    /// </summary>
    public double? WeightedAverage(int k, CohortCounting counting, CohortBase relativeTo)
    {
        var (part, whole) = (0L, 0L);
        for (var cohort = 0; IsFinished(cohort, k) && cohort < Cohorts; cohort++)
        {
            part += Raw(cohort, k, counting);
            whole += Whole(cohort, k, counting, relativeTo);
        }
        return whole == 0 ? null : part / (double)whole;
    }

    private int Raw(int cohort, int k, CohortCounting counting) =>
        counting switch
        {
            CohortCounting.OnPeriod => _on[cohort * Cohorts + k],
            CohortCounting.OnOrAfter => _onOrAfter[cohort * Cohorts + k],
        };

    private int Whole(int cohort, int k, CohortCounting counting, CohortBase relativeTo) =>
        relativeTo switch
        {
            CohortBase.First => SizeOf(cohort),
            CohortBase.Previous => Raw(cohort, Math.Max(k - 1, 0), counting),
        };
}
