namespace SellerLoyaltyPortal.Features.Reports.Exports;

/// <summary>Where a workbook that is made in the background stands.</summary>
public enum ReportExportState
{
    /// <summary>Asked for; waits for its turn or is being written.</summary>
    Running,

    /// <summary>The file is complete and can be downloaded.</summary>
    Done,

    /// <summary>Something broke; there is no file.</summary>
    Failed,

    /// <summary>A member stopped it; there is no file.</summary>
    Cancelled,

    /// <summary>The portal was stopped while it was written; there is no file.</summary>
    Interrupted,
}
