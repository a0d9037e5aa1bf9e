using System.ComponentModel.DataAnnotations;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Limits of imports and of what is kept in memory. Configuration section <c>PurchasesOptions</c>.</summary>
public sealed class PurchasesOptions
{
    /// <summary>Largest file that a person may upload.</summary>
    [Range(1, 4096)]
    public int MaxUploadMegabytes { get; set; } = 2048;

    /// <summary>Largest content of a compressed file: what a small file can swell to.</summary>
    [Range(1, 65_536)]
    public int MaxContentMegabytes { get; set; } = 8192;

    /// <summary>Most data rows of a file.</summary>
    [Range(1, 100_000_000)]
    public int MaxRows { get; set; } = 20_000_000;

    /// <summary>Files that one person may send for import within an hour.</summary>
    [Range(1, 1_000_000)]
    public int FilesPerHour { get; set; } = 120;

    /// <summary>Files that one key may send for import within an hour; beyond them it is turned away (429).</summary>
    [Range(1, 1_000_000)]
    public int FilesPerHourOfKey { get; set; } = 2_000;

    /// <summary>How many bad rows a report shows one by one; their full number and places are always told.</summary>
    [Range(1, 10_000)]
    public int ErrorsShown { get; set; } = 100;

    /// <summary>Most that a seller's kept marketplace reports may come to.</summary>
    [Range(1, 1_000_000)]
    public int MaxKeptMegabytes { get; set; } = 4096;

    /// <summary>Memory for the ledgers of the sellers that were looked at last.</summary>
    [Range(1, 1_000_000)]
    public int SnapshotCacheMegabytes { get; set; } = 1024;

    /// <summary>Ledgers that are read when the portal has started, of the sellers who sold last.</summary>
    [Range(0, 1_000)]
    public int LedgersAtStart { get; set; } = 2;

    /// <summary>Purchase events that may wait for the writer; beyond them requests are turned away (429).</summary>
    [Range(1, 10_000_000)]
    public int EventQueueLines { get; set; } = 200_000;

    /// <summary>How long a request of purchase events waits for the writer before it is turned away (429).</summary>
    [Range(1, 600)]
    public int EventPatienceSeconds { get; set; } = 10;
}
