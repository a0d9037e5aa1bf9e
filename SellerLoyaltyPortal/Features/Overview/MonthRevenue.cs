using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Overview;

/// <summary>What a calendar month brought, by whether the buyer had bought before.</summary>
/// <param name="IsFinished">Whether the month is over on the as-of date.</param>
public sealed record MonthRevenue(DayNumber FirstDay, Money FromNew, Money FromKnown, bool IsFinished)
{
    public Money Total => FromNew + FromKnown;
}
