using Microsoft.Extensions.Options;

namespace SellerLoyaltyPortal.Data;

/// <summary>
/// The folder under which everything that the portal stores lies. Created when missing, for the portal's account alone:
/// keys and buyers lie in it. One that is there keeps the rights that somebody gave it.
/// </summary>
public sealed class DataFolder
{
    public DataFolder(IOptions<DataOptions> options, IHostEnvironment environment)
    {
        Root = Create(Path.Combine(environment.ContentRootPath, options.Value.Folder));
    }

    public DirectoryInfo Root { get; }

    public DirectoryInfo Sub(string name) => Create(Path.Combine(Root.FullName, name));

    /// <summary>A folder that nobody else on the machine may look into; where there is one, that one as it is.</summary>
    public static DirectoryInfo Create(string path) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
}
