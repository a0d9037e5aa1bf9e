using Microsoft.Data.Sqlite;

namespace SellerLoyaltyPortal.Data;

/// <summary>
/// Tells failures of the disk and the database from bugs. Each leaves nothing half done: a transaction is stored
/// whole or not at all. Reading goes on where the fault allows it.
/// </summary>
public static class StorageFault
{
    /// <summary>For how long a writer waits for another one, in seconds: about twelve million lines of an import.</summary>
    public const int PatienceSeconds = 60;

    private const int BusyRetrySeconds = 10;
    private const int RepairRetrySeconds = 120;

    /// <summary>Why the failure happened; null for what is no fault of storage.</summary>
    public static StorageFaultKind? Of(Exception? failure) =>
        failure switch
        {
            null => null,
            SqliteException sqlite => Of(sqlite),
            UnauthorizedAccessException => StorageFaultKind.ReadOnly,
            // On Unix the result is the number of errno.
            IOException { HResult: var result } when OfErrno(result) is { } kind => kind,
            _ => Of(failure.InnerException),
        };

    /// <summary>Whether the failure is that another writer held the database.</summary>
    public static bool IsBusy(Exception? failure) => Of(failure) == StorageFaultKind.Busy;

    /// <summary>For how long to leave it before the next try: a busy database soon, what somebody must mend later.</summary>
    public static int RetryAfterSeconds(StorageFaultKind kind) =>
        kind == StorageFaultKind.Busy ? BusyRetrySeconds : RepairRetrySeconds;

    // Results of SQLite, https://www.sqlite.org/rescode.html
    private static StorageFaultKind? Of(SqliteException failure)
    {
        const int NoRoomForSharedMemory = 4874;
        return failure.SqliteErrorCode switch
        {
            5 => StorageFaultKind.Busy,
            8 or 14 => StorageFaultKind.ReadOnly,
            10 => failure.SqliteExtendedErrorCode == NoRoomForSharedMemory
                ? StorageFaultKind.Full
                : StorageFaultKind.Failing,
            11 or 26 => StorageFaultKind.Damaged,
            13 => StorageFaultKind.Full,
            _ => null,
        };
    }

    // Of Linux; 0x80070070 is Windows' "disk full".
    private static StorageFaultKind? OfErrno(int result) =>
        result switch
        {
            28 or 122 or unchecked((int)0x80070070) => StorageFaultKind.Full,
            30 => StorageFaultKind.ReadOnly,
            5 => StorageFaultKind.Failing,
            _ => null,
        };
}
