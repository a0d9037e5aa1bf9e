namespace SellerLoyaltyPortal.Features.Analytics.Retention;

/// <summary>Who bought in a month, and what they brought, in 1/10,000 of the currency unit.</summary>
public sealed class MonthActivity
{
    /// <summary>Year × 12 + month − 1.</summary>
    public required int Month { get; init; }

    /// <summary>Whether the month is over on the as-of date.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>First purchase ever in this month.</summary>
    public int New { get; internal set; }

    /// <summary>Bought in this month, and before that within the quiet time.</summary>
    public int Returning { get; internal set; }

    /// <summary>Bought in this month, and before that longer ago than the quiet time.</summary>
    public int Reactivated { get; internal set; }

    /// <summary>Whose quiet time after the last purchase ran out in this month.</summary>
    public int Lapsed { get; internal set; }

    public long NewRevenue { get; internal set; }

    public long ReturningRevenue { get; internal set; }

    public long ReactivatedRevenue { get; internal set; }
}
