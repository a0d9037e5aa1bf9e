namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>Where a buyer stands against a threshold.</summary>
public enum BuyerStanding
{
    Qualifies,

    /// <summary>One typical order would lift them over it.</summary>
    Near,

    Below,
}
