using Microsoft.Extensions.Options;

namespace SellerLoyaltyPortal.Data;

/// <summary>The folder under which everything that the portal stores lies. Created when missing.</summary>
public sealed class DataFolder
{
    public DataFolder(IOptions<DataOptions> options, IHostEnvironment environment)
    {
        Root = Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, options.Value.Folder));
    }

    public DirectoryInfo Root { get; }

    public DirectoryInfo Sub(string name) => Root.CreateSubdirectory(name);
}
