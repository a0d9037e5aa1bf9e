using System.Globalization;
using System.Security.Cryptography;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Marketplace;

/// <summary>
/// The kept files: one folder a seller, names that the portal makes. No part of a path comes from a person.
/// </summary>
internal sealed class ReportFiles(DataFolder folder)
{
    private const string Unfinished = ".part";

    /// <summary>Copies a file and waits for the disk; it is there whole or not at all.</summary>
    /// <returns>SHA-256 of what was copied, in small hex digits, and its length.</returns>
    public async Task<(string Sha256, long Length)> WriteAsync(
        SellerId seller,
        Guid name,
        Stream content,
        CancellationToken cancellation
    )
    {
        var path = PathOf(seller, name);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long length = 0;
            await using (var file = File.Create(path + Unfinished))
            {
                var block = new byte[1 << 16];
                int read;
                while ((read = await content.ReadAsync(block, cancellation)) > 0)
                {
                    hash.AppendData(block, 0, read);
                    await file.WriteAsync(block.AsMemory(0, read), cancellation);
                    length += read;
                }
                await file.FlushAsync(cancellation);
#pragma warning disable CA1849 // Only this overload waits for the disk.
                file.Flush(flushToDisk: true);
#pragma warning restore CA1849
            }
            File.Move(path + Unfinished, path);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        catch
        {
            File.Delete(path + Unfinished);
            throw;
        }
    }

    /// <summary>Null where the file is gone.</summary>
    public Stream? OpenRead(SellerId seller, Guid name) =>
        PathOf(seller, name) is var path && File.Exists(path) ? File.OpenRead(path) : null;

    public void Delete(SellerId seller, Guid name) => File.Delete(PathOf(seller, name));

    /// <summary>Deletes what a process that ended midway has left: files that no row names.</summary>
    public void DeleteAllBut(SellerId seller, IReadOnlySet<Guid> known)
    {
        foreach (var file in FolderOf(seller).EnumerateFiles())
            if (!Guid.TryParseExact(file.Name, "N", out var name) || !known.Contains(name))
                file.Delete();
    }

    private string PathOf(SellerId seller, Guid name) =>
        Path.Combine(FolderOf(seller).FullName, name.ToString("N"));

    private DirectoryInfo FolderOf(SellerId seller) =>
        folder
            .Sub(MarketplaceReports.FolderName)
            .CreateSubdirectory(seller.Value.ToString(CultureInfo.InvariantCulture));
}
