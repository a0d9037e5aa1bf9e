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

    /// <summary>One of <see cref="ReportInput.Choices"/>, or none.</summary>
    OptionalChoice,

    /// <summary>An amount to 1/10,000 of the seller's currency unit, or none.</summary>
    OptionalAmount,

    /// <summary>Any words, or none.</summary>
    Text,

    /// <summary>The number of one of the seller's programs.</summary>
    Program,
}
