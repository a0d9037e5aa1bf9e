using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Operations.Copies;

/// <summary>
/// A lock that every running portal shares on its data folder, and that a restore takes alone. The system
/// lets go of it when a process ends, however it ends.
/// </summary>
internal sealed class RunningMark(DataFolder folder) : IHostedService, IDisposable
{
    private const string Name = "running";

    private FileStream? _mark;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var path = PathIn(folder);
        await File.AppendAllTextAsync(path, "", cancellationToken);
        _mark = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _mark?.Dispose();

    /// <summary>Null while a portal runs on the folder.</summary>
    public static IDisposable? TryTakeAlone(DataFolder folder)
    {
        try
        {
            return new FileStream(
                PathIn(folder),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string PathIn(DataFolder folder) => Path.Combine(folder.Root.FullName, Name);
}
