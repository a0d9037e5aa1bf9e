namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>What a cell carries.</summary>
public enum ReportCellKind
{
    /// <summary>Nothing is known here; not a zero.</summary>
    Empty,
    Text,
    Whole,
    Real,
    Money,
    Day,
}
