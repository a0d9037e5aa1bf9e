using System.ComponentModel.DataAnnotations;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>How workbooks are made and kept. Configuration section <c>ReportsOptions</c>.</summary>
public sealed class ReportsOptions
{
    /// <summary>A report of at most so many rows is downloaded at once; a longer one is made in the background.</summary>
    [Range(0, 100_000_000)]
    public int RowsAtOnce { get; set; } = 50_000;

    /// <summary>For how long a finished file can be downloaded.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 7;

    /// <summary>Workbooks of one seller that may be waiting or in the making.</summary>
    [Range(1, 100)]
    public int MostRunning { get; set; } = 3;
}
