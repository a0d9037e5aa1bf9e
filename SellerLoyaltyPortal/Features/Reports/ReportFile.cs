namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>A finished file: nobody gets half of one.</summary>
/// <param name="Name">In ASCII, as every browser and mail program takes it.</param>
/// <param name="Content">From the beginning; disposed by the receiver.</param>
public sealed record ReportFile(string Name, Stream Content)
{
    public const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
