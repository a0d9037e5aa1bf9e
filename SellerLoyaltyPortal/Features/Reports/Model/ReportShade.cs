namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>How a column's numbers are coloured by their size.</summary>
public enum ReportShade
{
    None,

    /// <summary>Together with the other columns of the table that have it: one heat map.</summary>
    Heat,

    /// <summary>A bar in the cell.</summary>
    Bar,
}
