using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Reports.Exports;

/// <summary>
/// The files of finished workbooks. One under its final name is complete and on the disk: it is written under
/// another name first, so that a killed process leaves nothing that looks finished.
/// </summary>
public sealed class ExportFiles(DataFolder folder)
{
    private const string Unfinished = ".part";

    private DirectoryInfo Folder => folder.Sub("reports");

    /// <returns>Length of the file.</returns>
    public long Write(Guid id, Action<Stream> write)
    {
        var part = PathOf(id) + Unfinished;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        // Buyers' totals are nobody else's to read, also on a shared machine.
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            long length;
            using (var file = new FileStream(part, options))
            {
                write(file);
                file.Flush(flushToDisk: true);
                length = file.Length;
            }
            File.Move(part, PathOf(id), overwrite: true);
            return length;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <returns>Null where there is none.</returns>
    public Stream? Open(Guid id) => File.Exists(PathOf(id)) ? File.OpenRead(PathOf(id)) : null;

    public void Delete(Guid id) => File.Delete(PathOf(id));

    /// <summary>Removes what no finished export names: left by a process that was killed.</summary>
    public void DeleteAllBut(IReadOnlySet<Guid> finished)
    {
        foreach (var file in Folder.EnumerateFiles())
        {
            if (
                file.Extension != ".xlsx"
                || !Guid.TryParse(Path.GetFileNameWithoutExtension(file.Name), out var id)
                || !finished.Contains(id)
            )
                file.Delete();
        }
    }

    private string PathOf(Guid id) => Path.Combine(Folder.FullName, id.ToString("N") + ".xlsx");
}
