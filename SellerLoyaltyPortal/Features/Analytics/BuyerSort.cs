namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>What a list of buyers is sorted by; equal ones by when the ledger met them first.</summary>
public enum BuyerSort
{
    Total,
    Orders,
    DaysSinceLast,
    Interval,
}
