namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>What a column of a report holds.</summary>
public enum ReportType
{
    /// <summary>Always text, whatever it looks like.</summary>
    Text,
    Number,

    /// <summary>In the seller's currency, exact to 1/10,000.</summary>
    Money,

    /// <summary>A fraction: 0.1 is shown as 10 %.</summary>
    Percent,

    /// <summary>A business day in the seller's time zone.</summary>
    Date,
}
