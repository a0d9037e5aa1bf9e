namespace SellerLoyaltyPortal.Features.Purchases.Events;

/// <summary>A line of a batch as it was read, and what became of it.</summary>
internal sealed class EventLine
{
    /// <summary>As it was sent; null where it is missing or no text.</summary>
    public string? LineId { get; init; }

    /// <summary>Null where the line can't be stored: <see cref="Problems"/> say why.</summary>
    public NewPurchaseLine? Line { get; init; }

    public IReadOnlyList<LineProblem> Problems { get; set; } = [];

    /// <summary>Null until it was given to the ledger.</summary>
    public AppendOutcome? Outcome { get; set; }

    public bool IsTaken => Outcome is { } outcome && outcome != AppendOutcome.Conflict;
}
