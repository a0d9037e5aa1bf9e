namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>Which area of the table a type belongs to.</summary>
/// <param name="roots">
/// Namespaces under which the tree of areas stands: the portal's, and the one of the planted violations.
/// </param>
public sealed class Areas(params string[] roots)
{
    public const string PortalRoot = "SellerLoyaltyPortal";
    public const string PlantedRoot = "SellerLoyaltyPortal.Tests.Architecture.Planted";

    private static readonly HashSet<string> OwnRows = LayerRules
        .Table.Select(rule => rule.Area)
        .Where(area => area.Contains('.', StringComparison.Ordinal))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The type without root and without <c>Features.</c>; null where it is not ours.</summary>
    public string? PathOf(TypeName type)
    {
        if (type == new TypeName("", "Program"))
            return LayerRules.EntryPoint;
        var root = roots.Where(type.IsIn).MaxBy(r => r.Length);
        if (root is null || (root == PortalRoot && type.IsIn(PortalRoot + ".Tests")))
            return null;
        var path = type.ToString()[(root.Length + 1)..].Split('`')[0];
        const string Features = "Features.";
        return path.StartsWith(Features, StringComparison.Ordinal) ? path[Features.Length..] : path;
    }

    /// <summary>The row of the table that governs a path: the longest that fits; pages have one in common.</summary>
    public static string AreaOf(string path)
    {
        if (path == LayerRules.EntryPoint)
            return path;
        var segments = path.Split('.');
        // Features/_Imports.razor holds the usings and the layout of all pages.
        if (segments is ["_Imports"] || (segments.Contains("Pages") && segments[0] != "Components"))
            return LayerRules.Pages;
        return OwnRows.FirstOrDefault(row => IsIn(path, row)) ?? segments[0];
    }

    /// <summary>The feature (or other top-level area) of a path: <c>Programs</c> for <c>Programs.Pages.X</c>.</summary>
    public static string TopOf(string path) => path.Split('.')[0];

    /// <summary>Whether the type stands in a folder below the area's own: those are private to the area.</summary>
    public static bool IsInSubNamespace(string path) => path.Count(c => c == '.') > 1;

    public static bool IsIn(string path, string area) =>
        path == area || path.StartsWith(area + ".", StringComparison.Ordinal);
}
