using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>One entry of an explanation: a purchase line, or a return that counts on its own day.</summary>
/// <param name="Day">The day that decides whether it lies in the window.</param>
/// <param name="BoughtOn">The day of the purchase: earlier than <paramref name="Day"/> for most returns.</param>
/// <param name="Order">The order's number, or null when the snapshot was built without orders.</param>
/// <param name="IsReturn">It gives back (part of) a purchase, on its own day.</param>
/// <param name="Gross">The line's amount at the price base; zero for a return.</param>
/// <param name="Returned">What is taken off, as a positive amount.</param>
/// <param name="Reason">Whether it counts, and why.</param>
/// <param name="RunningTotal">The sum of all that counts up to and including this entry.</param>
/// <param name="LeavesOn">The first as-of date on which it no longer lies in the window.</param>
public sealed record ExplainedLine(
    DayNumber Day,
    DayNumber BoughtOn,
    int? Order,
    bool IsReturn,
    Money Gross,
    Money Returned,
    CountReason Reason,
    Money RunningTotal,
    DayNumber LeavesOn
)
{
    public Money Net => Gross - Returned;

    public bool Counts => Reason is CountReason.Counted or CountReason.CountedLessReturn;
}
