namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>What a column of a streamed sheet holds.</summary>
internal enum CellKind
{
    /// <summary>Always text, whatever it looks like.</summary>
    Text,
    Number,
    Money,
    Share,
}
