namespace SellerLoyaltyPortal.Features.Programs.Mechanics;

/// <summary>
/// Which discount an item gets where several apply: always one, once. The marketplace does not publish its
/// choice, so it is a setting. The names are stored: they are never changed.
/// </summary>
public enum StackingPolicy
{
    /// <summary>The one that makes the item cheapest.</summary>
    BestForBuyer,

    /// <summary>The loyalty discount, also where another would be larger.</summary>
    LoyaltyAlways,

    /// <summary>The loyalty discount only where no promotion applies.</summary>
    LoyaltyNeverOverPromotion,
}
