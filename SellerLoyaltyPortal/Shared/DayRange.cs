namespace SellerLoyaltyPortal.Shared;

/// <summary>Days from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
public readonly record struct DayRange(DayNumber First, DayNumber Last)
{
    /// <summary>Number of days; zero or less when empty.</summary>
    public int Length => Last - First + 1;

    public bool Contains(DayNumber day) => day >= First && day <= Last;
}
