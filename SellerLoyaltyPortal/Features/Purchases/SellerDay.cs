using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Which day it is for a seller, and from which day its numbers are best looked at.</summary>
/// <param name="Today">The seller's business day now.</param>
/// <param name="DefaultAsOf">
/// Today, or the day of the last purchase where that is more than 30 days ago.
/// </param>
/// <param name="Ledger">First and last day with a purchase; null while there is none.</param>
/// <param name="DemoShiftDays">See <see cref="Accounts.Seller.DemoShiftDays"/>.</param>
public sealed record SellerDay(DayNumber Today, DayNumber DefaultAsOf, DayRange? Ledger, int? DemoShiftDays)
{
    private const int DaysAhead = 365;

    /// <summary>A page that starts at <see cref="DefaultAsOf"/> says that the last purchase is long ago.</summary>
    public bool IsLedgerOld => DefaultAsOf != Today;

    /// <summary>
    /// The latest day that numbers are asked for: further on lie nothing but empty months, and a thousand years of them
    /// are more than a page can carry.
    /// </summary>
    public DayNumber LastAsOf => (Ledger is { } days && days.Last > Today ? days.Last : Today) + DaysAhead;

    /// <summary>The day that was asked for, no later than <see cref="LastAsOf"/>; without one the seller's own.</summary>
    public DayNumber AsOf(DayNumber? wanted) =>
        wanted is not { } day ? DefaultAsOf
        : day > LastAsOf ? LastAsOf
        : day;

    /// <summary>The days of the demo purchases as they really were; null where nothing was moved.</summary>
    public DayRange? OriginalPeriod =>
        DemoShiftDays is { } shift and not 0 && Ledger is { } days
            ? new DayRange(days.First - shift, days.Last - shift)
            : null;

    /// <summary>By how many whole weeks the demo purchases were moved; 0 where nothing was.</summary>
    public int DemoShiftWeeks => (DemoShiftDays ?? 0) / 7;
}
