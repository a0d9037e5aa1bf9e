namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Where a seller's unit economics come from, so that a page can say it.</summary>
public enum EconomicsSource
{
    /// <summary>The seller has said it.</summary>
    Seller,

    /// <summary>The seller's costs by article, weighed by what was sold of them.</summary>
    Goods,

    /// <summary>Whoever runs the portal has set it, for this seller or for all.</summary>
    Operator,

    /// <summary>Nobody has said anything: an example to replace.</summary>
    Example,
}
