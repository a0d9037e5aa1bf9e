using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Faults of the disk and the database as what the owner of a file can be told.</summary>
internal static class StorageErrors
{
    /// <summary>Null for what is no fault of storage.</summary>
    public static Error? Of(Exception failure) =>
        StorageFault.Of(failure) is { } fault ? ErrorOf(fault) : null;

    private static Error ErrorOf(StorageFaultKind fault) =>
        fault switch
        {
            StorageFaultKind.Busy => new("DatabaseIsBusy"),
            StorageFaultKind.Full => new("DiskIsFull"),
            StorageFaultKind.ReadOnly => new("DataCannotBeWritten"),
            StorageFaultKind.Damaged => new("DatabaseIsDamaged"),
            StorageFaultKind.Failing => new("DiskIsFailing"),
        };
}
