using Microsoft.Data.Sqlite;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>A folder of its own under the system's temporary one, deleted at the end with all in it.</summary>
public sealed class TempFolder : IDisposable
{
    public DirectoryInfo Info { get; } = Directory.CreateTempSubdirectory("portal-test-");

    public string Path => Info.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // A pooled connection keeps the database file open.
        SqliteConnection.ClearAllPools();
        // A page that nobody waits for any more may still open the database beside its own deletion.
        if (!SpinWait.SpinUntil(IsGone, TimeSpan.FromSeconds(20)))
            Info.Delete(recursive: true);
    }

    private bool IsGone()
    {
        try
        {
            // Disposed twice where a fixture is both disposable and asynchronously disposable.
            if (Directory.Exists(Path))
                Info.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            SqliteConnection.ClearAllPools();
            return false;
        }
    }
}
