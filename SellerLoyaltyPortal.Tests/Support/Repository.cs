namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>The checkout that these tests were built from: some guards read its source text.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Portal => Path.Combine(Root, "SellerLoyaltyPortal");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Source files of the portal, without what a build made.</summary>
    public static IReadOnlyList<string> PortalFiles(params string[] extensions) =>
        [
            .. Directory
                .EnumerateFiles(Portal, "*", SearchOption.AllDirectories)
                .Where(path => extensions.Any(e => path.EndsWith(e, StringComparison.Ordinal)))
                .Where(path => !IsBuildOutput(Path.GetRelativePath(Portal, path)))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The path as it stands in a message: from the root, with slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsBuildOutput(string relative) =>
        relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj" or "App_Data";

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "SellerLoyaltyPortal.sln")))
                return at.FullName;
        throw new InvalidOperationException(
            $"No SellerLoyaltyPortal.sln above {AppContext.BaseDirectory}: the guards read the source, run them in a checkout."
        );
    }
}
