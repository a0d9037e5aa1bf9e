using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Operations.Health;

/// <summary>The data folder takes files, and there is room for an import.</summary>
internal sealed class FolderHealth(DataFolder folder, IOptions<OperationsOptions> options) : IHealthCheck
{
    private const long Megabyte = 1024 * 1024;

    // Of nothing a full disk takes as much as one likes.
    private static readonly byte[] Probe = new byte[16 * 1024];

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var probe = Path.Combine(folder.Root.FullName, $"probe-{Guid.CreateVersion7():N}");
        try
        {
            await File.WriteAllBytesAsync(probe, Probe, cancellationToken);
            File.Delete(probe);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            File.Delete(probe);
            return HealthCheckResult.Unhealthy(
                StorageFault.Of(refused) == StorageFaultKind.Full
                    ? "the disk of the data folder is full"
                    : "the data folder takes no files",
                refused
            );
        }
        var free = new DriveInfo(folder.Root.FullName).AvailableFreeSpace / Megabyte;
        return free < options.Value.LeastFreeMegabytes
            ? HealthCheckResult.Degraded(
                $"less than {options.Value.LeastFreeMegabytes} MB are free in the data folder"
            )
            : HealthCheckResult.Healthy();
    }
}
