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
    /// <remarks>At the latest the last day that a date can be (9999-12-31).</remarks>
    public static DayNumber LeavesOn(DayNumber day, int days) =>
        new((int)Math.Min((long)day.Value + days, DateOnly.MaxValue.DayNumber));
}
