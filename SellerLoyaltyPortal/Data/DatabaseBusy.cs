using Microsoft.Data.Sqlite;

namespace SellerLoyaltyPortal.Data;

/// <summary>
/// SQLite has one writer. Others wait for it (<see cref="SqlitePragmaInterceptor"/> and the connection's
/// command time say how long), and then fail with nothing stored: that is no fault, it can be tried again.
/// </summary>
public static class DatabaseBusy
{
    /// <summary>For how long a writer waits for another one, in seconds: about twelve million lines of an import.</summary>
    public const int PatienceSeconds = 60;

    /// <summary>For how long to leave it before the next try, in seconds.</summary>
    public const int RetryAfterSeconds = 10;

    private const int Busy = 5;

    /// <summary>Whether the failure is that another writer held the database.</summary>
    public static bool IsWhy(Exception? failure) =>
        failure switch
        {
            null => false,
            SqliteException sqlite => sqlite.SqliteErrorCode == Busy,
            _ => IsWhy(failure.InnerException),
        };
}
