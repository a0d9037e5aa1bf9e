namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What of a seller's costs was changed. The names are stored: they are never changed.</summary>
public enum EconomicsChangeKind
{
    /// <summary>Commissions, share of cost, lock, margin floor.</summary>
    UnitEconomics,

    /// <summary>Costs by goods.</summary>
    GoodsCosts,
}
