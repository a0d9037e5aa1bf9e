using Microsoft.Data.Sqlite;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Operations.Copies;

/// <summary>
/// Copies of everything that the portal stores: the database, the keys without which its protected values
/// can't be read, and the files that are kept beside it. A copy is made while the portal runs and writes; it is there whole or not at all.
/// </summary>
internal sealed class DataCopies(DataFolder folder)
{
    private const string DatabaseName = "portal.db";

    /// <summary>The keys, and marketplaces' reports.</summary>
    private static readonly string[] Folders = ["keys", "marketplace"];

    private string DatabasePath => Path.Combine(folder.Root.FullName, DatabaseName);

    /// <summary>Writes a copy into a folder that does not exist yet.</summary>
    /// <exception cref="CopyRefusedException">The folder exists, or there is nothing to copy.</exception>
    public void BackUp(DirectoryInfo target)
    {
        if (target.Exists)
            throw new CopyRefusedException($"{target.FullName} exists already: name a new folder.");
        if (!File.Exists(DatabasePath))
            throw new CopyRefusedException($"There is no database in {folder.Root.FullName}.");
        var making = new DirectoryInfo(target.FullName + ".unfinished");
        if (making.Exists)
            making.Delete(recursive: true);
        DataFolder.Create(making.FullName);
        CopyDatabase(DatabasePath, Path.Combine(making.FullName, DatabaseName));
        if (Problems(Path.Combine(making.FullName, DatabaseName)) is { Count: > 0 } problems)
            throw new CopyRefusedException($"The copy is damaged: {problems[0]}");
        CopyFolders(folder.Root.FullName, making.FullName);
        making.MoveTo(target.FullName);
    }

    /// <summary>
    /// Puts a copy in the place of what is there; what was there is moved aside, never deleted.
    /// </summary>
    /// <returns>Where that lies now; null where nothing was there.</returns>
    /// <exception cref="CopyRefusedException">The copy is damaged or no copy, or a portal runs on the folder.</exception>
    public DirectoryInfo? Restore(DirectoryInfo source, DateTimeOffset now)
    {
        var copy = Path.Combine(source.FullName, DatabaseName);
        if (!File.Exists(copy))
            throw new CopyRefusedException($"{source.FullName} holds no copy of the portal's data.");
        if (Problems(copy) is { Count: > 0 } problems)
            throw new CopyRefusedException($"The copy is damaged: {problems[0]}");
        using var alone =
            RunningMark.TryTakeAlone(folder)
            ?? throw new CopyRefusedException("The portal is running on this data: stop it first.");
        var aside = MoveAside(now);
        CopyDatabase(copy, DatabasePath);
        CopyFolders(source.FullName, folder.Root.FullName);
        return aside;
    }

    /// <summary>What SQLite finds wrong with the running database: damage, and rows that lead nowhere.</summary>
    public IReadOnlyList<string> Check() =>
        File.Exists(DatabasePath)
            ? Problems(DatabasePath)
            : throw new CopyRefusedException($"There is no database in {folder.Root.FullName}.");

    private DirectoryInfo? MoveAside(DateTimeOffset now)
    {
        if (!File.Exists(DatabasePath))
            return null;
        var aside = folder.Sub($"before-restore-{now.UtcDateTime:yyyyMMdd-HHmmss}");
        // Its last commits may still stand in the write-ahead log: the three belong together.
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            if (File.Exists(DatabasePath + suffix))
                File.Move(DatabasePath + suffix, Path.Combine(aside.FullName, DatabaseName + suffix));
        }
        foreach (var name in Folders)
        {
            var there = Path.Combine(folder.Root.FullName, name);
            if (Directory.Exists(there))
                Directory.Move(there, Path.Combine(aside.FullName, name));
        }
        return aside;
    }

    private static void CopyDatabase(string from, string to)
    {
        // SQLite's own backup: consistent while others write, the write-ahead log included.
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
    }

    // A report that was removed between the copy of the database and this is missing in the copy: it is then
    // as if its file were lost, which the portal can say.
    private static void CopyFolders(string from, string to)
    {
        foreach (var name in Folders)
        {
            var source = new DirectoryInfo(Path.Combine(from, name));
            if (!source.Exists)
                continue;
            foreach (var file in source.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                var target = new FileInfo(
                    Path.Combine(to, name, Path.GetRelativePath(source.FullName, file.FullName))
                );
                target.Directory!.Create();
                file.CopyTo(target.FullName, overwrite: true);
            }
        }
    }

    private static List<string> Problems(string path)
    {
        try
        {
            using var database = Open(path, SqliteOpenMode.ReadWrite);
            List<string> problems = [.. Rows(database, "PRAGMA integrity_check").Where(row => row != "ok")];
            problems.AddRange(
                Rows(database, "PRAGMA foreign_key_check").Select(row => $"a row leads nowhere: {row}")
            );
            return problems;
        }
        catch (SqliteException damaged)
        {
            return [damaged.Message];
        }
    }

    private static IEnumerable<string> Rows(SqliteConnection database, string question)
    {
        using var command = database.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return reader.GetValue(0).ToString() ?? "";
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }
}
