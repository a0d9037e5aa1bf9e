namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>What may be typed.</summary>
public enum ReportInputKind
{
    /// <summary>ISO 8601 in the address.</summary>
    Day,

    /// <summary>Whole units of the seller's currency.</summary>
    Amount,

    /// <summary>Whole percent.</summary>
    Percent,

    /// <summary>One of <see cref="ReportInput.Choices"/>.</summary>
    Choice,

    /// <summary>The number of one of the seller's programs.</summary>
    Program,
}
