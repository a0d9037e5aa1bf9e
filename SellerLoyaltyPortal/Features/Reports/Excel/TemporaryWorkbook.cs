namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>A file that nobody else can read and that is gone when it is closed.</summary>
internal static class TemporaryWorkbook
{
    /// <returns>What was written, from its beginning.</returns>
    public static async Task<Stream> WriteAsync(Func<Stream, Task> write, CancellationToken cancellation)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        try
        {
            // Off the request's thread: many rows take seconds.
            await Task.Run(() => write(file), cancellation);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
