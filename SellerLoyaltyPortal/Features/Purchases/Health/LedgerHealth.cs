using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Health;

/// <summary>How a seller's data is: the feed, what looks wrong, what it takes. All of one state of the ledger.</summary>
public sealed record LedgerHealth
{
    /// <summary>When it was looked at.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The seller's business day then.</summary>
    public required DayNumber Today { get; init; }

    /// <summary>When an event last brought something new; null: none ever did.</summary>
    public required DateTimeOffset? LastEventAt { get; init; }

    /// <summary>When the last purchase was bought out, whoever brought it.</summary>
    public required DateTimeOffset? LastBoughtAt { get; init; }

    /// <summary>Purchase lines by business day over the last days, today the last.</summary>
    public required IReadOnlyList<DayLines> Days { get; init; }

    /// <summary>Everything that was looked for, found or not.</summary>
    public required IReadOnlyList<QualityFinding> Quality { get; init; }

    public required StorageUse Storage { get; init; }

    /// <summary>How old the newest purchase is.</summary>
    public TimeSpan? Lag => LastBoughtAt is { } last && last < At ? At - last : null;
}
