namespace SellerLoyaltyPortal.Data;

/// <summary>Values that a feature stores protected by the portal's keys, and must outlive a key.</summary>
public interface IProtectedValues
{
    /// <summary>Protects each anew, with the newest key; what they mean stays the same.</summary>
    /// <returns>How many there are.</returns>
    Task<int> ProtectAgainAsync(CancellationToken cancellation);
}
