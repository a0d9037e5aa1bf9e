namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>Compares a graph with the table.</summary>
public sealed class LayerCheck(Areas areas, IReadOnlyList<KnownArrow> exceptions)
{
    private readonly HashSet<KnownArrow> _usedExceptions = [];

    public IReadOnlyList<KnownArrow> UnusedExceptions =>
        [.. exceptions.Where(e => !_usedExceptions.Contains(e))];

    public IReadOnlyList<LayerViolation> Violations(DependencyGraph graph) =>
        [
            .. graph
                .Uses.SelectMany(pair => pair.Value.Select(to => Check(pair.Key, to)))
                .OfType<LayerViolation>()
                .Concat(ImpureCalls(graph))
                .OrderBy(violation => violation.ToString(), StringComparer.Ordinal),
        ];

    /// <summary>How many types of the graph each area has.</summary>
    public IReadOnlyDictionary<string, int> TypesByArea(DependencyGraph graph) =>
        graph
            .Uses.Keys.Select(areas.PathOf)
            .OfType<string>()
            .GroupBy(Areas.AreaOf, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private LayerViolation? Check(TypeName fromType, TypeName toType)
    {
        if (areas.PathOf(fromType) is not { } from)
            return null;
        var rule = areas.PathOf(toType) is { } to ? BrokenRule(from, to) : BrokenPurity(from, toType);
        return rule is null || IsExcepted(from, areas.PathOf(toType) ?? toType.ToString())
            ? null
            : new(from, areas.PathOf(toType) ?? toType.ToString(), rule);
    }

    /// <summary>The rule that an arrow between two of ours breaks; null where it is drawn.</summary>
    public static string? BrokenRule(string from, string to)
    {
        var (fromArea, toArea) = (Areas.AreaOf(from), Areas.AreaOf(to));
        if (fromArea == LayerRules.EntryPoint)
            return null;
        // Anything may name the entry class: the router asks it for its assembly.
        if (to == LayerRules.EntryPoint || toArea == LayerRules.Shared)
            return null;
        if (fromArea == LayerRules.Pages)
            return BrokenPagesRule(from, to);
        if (toArea == LayerRules.Pages)
            return from == $"{Areas.TopOf(to)}.{Areas.TopOf(to)}Feature"
                ? null
                : "pages are the top: only pages and the feature's own entry class may use them";
        if (LayerRules.Table.FirstOrDefault(r => r.Area == fromArea) is not { } rule)
            return $"{fromArea} has no row in the table";
        if (fromArea == toArea)
            return null;
        // A feature may use its own part (Programs.Mechanics), not the other way round.
        if (Areas.IsIn(toArea, fromArea))
            return null;
        var allowed = rule.MayUse.FirstOrDefault(area => Areas.IsIn(to, area));
        if (allowed is null || (allowed == Areas.TopOf(allowed) && allowed != toArea))
            return $"{fromArea} may use only {Listed(rule.MayUse)}";
        return Areas.TopOf(from) != Areas.TopOf(to) && IsPrivate(to, allowed)
            ? $"{toArea}'s sub-namespaces are its own"
            : null;
    }

    private static string? BrokenPagesRule(string from, string to)
    {
        if (Areas.TopOf(from) == Areas.TopOf(to) || Areas.TopOf(to) == "Components")
            return null;
        if (Areas.TopOf(to) is "Data" or "Columnar")
            return $"a page asks use cases and queries, not {Areas.TopOf(to)}";
        return Areas.AreaOf(to) != LayerRules.Pages && Areas.IsInSubNamespace(to)
            ? $"{Areas.TopOf(to)}'s sub-namespaces are its own"
            : null;
    }

    private static bool IsPrivate(string to, string allowed) =>
        Areas.IsInSubNamespace(to) && !allowed.Contains('.', StringComparison.Ordinal);

    private static string? BrokenPurity(string from, TypeName to) =>
        IsPure(from) && !LayerRules.IsPureFramework(to)
            ? $"{Areas.AreaOf(from)} is pure: System without data, network, files, tasks and clocks"
            : null;

    private static bool IsPure(string path) =>
        LayerRules.Table.Any(rule => rule.Pure && rule.Area == Areas.AreaOf(path));

    private IEnumerable<LayerViolation> ImpureCalls(DependencyGraph graph) =>
        from pair in graph.Members
        let path = areas.PathOf(pair.Key)
        where path is not null && IsPure(path)
        from member in pair.Value.Intersect(LayerRules.ImpureMembers)
        where !IsExcepted(path, member)
        select new LayerViolation(
            path,
            member,
            $"{Areas.AreaOf(path)} is pure: the same input gives the same answer"
        );

    private bool IsExcepted(string from, string to)
    {
        if (exceptions.FirstOrDefault(e => e.From == from && e.To == to) is not { } exception)
            return false;
        _usedExceptions.Add(exception);
        return true;
    }

    private static string Listed(IReadOnlyList<string> areas) =>
        string.Join(", ", areas.Prepend(LayerRules.Shared));
}
