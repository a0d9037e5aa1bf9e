namespace SellerLoyaltyPortal.Features.Analytics.Rfm;

/// <summary>
/// Named groups of the recency × frequency grid (scores 1 … 5, 5 the most recent, the most orders): every cell
/// belongs to exactly one. <see cref="RfmSegments"/> is the map.
/// </summary>
public enum RfmSegment
{
    /// <summary>R 5, F 4–5: bought lately and often.</summary>
    Champions,

    /// <summary>R 3–4, F 4–5.</summary>
    Loyal,

    /// <summary>R 4–5, F 2–3.</summary>
    Promising,

    /// <summary>R 4–5, F 1: their first order was lately.</summary>
    New,

    /// <summary>R 3, F 1–3.</summary>
    NeedAttention,

    /// <summary>R 2, F 3–5: used to buy often, not lately.</summary>
    AtRisk,

    /// <summary>R 1, F 4–5: the best buyers of long ago.</summary>
    CannotLose,

    /// <summary>R 2, F 1–2.</summary>
    Hibernating,

    /// <summary>R 1, F 1–3.</summary>
    Lost,
}
