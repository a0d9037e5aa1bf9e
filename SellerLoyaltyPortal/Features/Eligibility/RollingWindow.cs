using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>A window of business days that moves with the as-of date.</summary>
public static class RollingWindow
{
    /// <summary>
    /// The <paramref name="days"/> days that end on <paramref name="asOf"/>, both ends included: 365 days on
    /// D are D−364 … D. It counts days, not years, so 29 February takes a place like any other day.
    /// </summary>
    /// <remarks>Cut off at day 0 (0001-01-01), before which there are no dates.</remarks>
    public static DayRange EndingOn(DayNumber asOf, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        return new(new DayNumber((int)Math.Max(0L, asOf.Value - (days - 1L))), asOf);
    }

    /// <summary>The first as-of date on which a day is no longer in the window.</summary>
    /// <exception cref="OverflowException">Beyond the last day there is.</exception>
    public static DayNumber LeavesOn(DayNumber day, int days) => day + days;
}
