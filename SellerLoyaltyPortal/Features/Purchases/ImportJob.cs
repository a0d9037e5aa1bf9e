using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Features.Purchases.Uploads;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>
/// An uploaded file on its way into a ledger. It lives in <see cref="ImportJobs"/>, not in a page, so that
/// the page may be left and found again.
/// </summary>
public sealed class ImportJob
{
    internal ImportJob() { }

    public Guid Id { get; } = Guid.NewGuid();

    public required SellerId SellerId { get; init; }

    public required string FileName { get; init; }

    public required long Length { get; init; }

    /// <summary>What the file seems to be.</summary>
    public required FileInspection Inspection { get; init; }

    /// <summary>How it is read, from the check on.</summary>
    public PurchaseLayout Layout { get; internal set; }

    /// <summary>Of <see cref="PurchaseLayout.Mapped"/>.</summary>
    public ImportMapping? Mapping { get; internal set; }

    public ImportJobState State { get; internal set; } = ImportJobState.Mapping;

    public ImportProgress? Progress { get; internal set; }

    /// <summary>Of the check, then of the storing.</summary>
    public ImportReport? Report { get; internal set; }

    public IReadOnlyList<Error> Errors { get; internal set; } = [];

    /// <summary>It is to be stored, and another file is being stored before it.</summary>
    public bool WaitsForAnother { get; internal set; }

    public bool IsRunning => State is ImportJobState.Checking or ImportJobState.Storing;

    /// <summary>Nothing is running and nobody has anything to decide.</summary>
    public bool IsOver => State is ImportJobState.Done or ImportJobState.Failed or ImportJobState.Cancelled;

    /// <summary>Raised from the working thread whenever something above has changed.</summary>
    public event EventHandler? Changed;

    internal Upload Upload { get; init; } = null!;

    internal CancellationTokenSource Cancellation { get; } = new();

    internal void Tell() => Changed?.Invoke(this, EventArgs.Empty);
}
