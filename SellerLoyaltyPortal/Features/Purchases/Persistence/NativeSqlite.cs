using System.Runtime.InteropServices;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>
/// The calls that reading a row takes, straight into the SQLite that the portal uses anyway. Ten million rows ask
/// for a hundred million columns: the library's own wrappers count the uses of a handle at every one.
/// The caller keeps the statement alive.
/// </summary>
internal static partial class NativeSqlite
{
    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    // The calls below return at once and never call back, so they need not tell the collector.
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    [SuppressGCTransition]
    public static partial long Int64(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    [SuppressGCTransition]
    public static partial int Type(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    [SuppressGCTransition]
    public static partial int Bytes(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    [SuppressGCTransition]
    public static partial nint Blob(nint statement, int column);
}
