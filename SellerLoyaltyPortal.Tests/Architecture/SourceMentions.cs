using System.Reflection;
using System.Text.RegularExpressions;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>
/// The text twin of <see cref="DependencyGraph"/>: namespaces of the portal that a source file names. It sees
/// what the compiler leaves no trace of, constants and <c>nameof</c>, because their namespace must stand in
/// a <c>using</c> or in full.
/// </summary>
public static partial class SourceMentions
{
    /// <summary>A using names a namespace: any type of it stands for the rule.</summary>
    private const string AnyType = ".*";

    private static readonly Assembly Portal = typeof(Program).Assembly;

    public static IEnumerable<LayerViolation> Violations(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        let @from = PathOfFile(file.Path)
        from mention in Mentions(file.Text)
        let rule = LayerCheck.BrokenRule(@from, mention)
        where rule is not null && !AllowsPartOf(@from, mention)
        select new LayerViolation(file.Path, mention, rule);

    public static IEnumerable<(string Path, string Text)> PortalSource() =>
        Repository
            .PortalFiles(".cs", ".razor")
            .Where(path => !Path.GetFileName(path).StartsWith("_Imports", StringComparison.Ordinal))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => (Repository.Relative(path), File.ReadAllText(path)));

    /// <summary><c>SellerLoyaltyPortal/Features/Programs/Pages/X.razor.cs</c> is <c>Programs.Pages.X</c>.</summary>
    private static string PathOfFile(string path)
    {
        var parts = path.Split('/')[1..];
        if (parts is ["Program.cs"])
            return LayerRules.EntryPoint;
        parts[^1] = parts[^1].Split('.')[0];
        return string.Join('.', parts[0] == "Features" ? parts[1..] : parts);
    }

    private static IEnumerable<string> Mentions(string text) =>
        Mention()
            .Matches(text)
            .Select(match => match.Groups["path"].Value)
            .Select(path => IsType(path) ? path : path + AnyType)
            .Distinct(StringComparer.Ordinal);

    private static bool IsType(string path) =>
        Portal.GetType($"{Areas.PortalRoot}.Features.{path}") is not null
        || Portal.GetType($"{Areas.PortalRoot}.{path}") is not null;

    /// <summary>A row that allows one type of a namespace needs its using; which type it is, metadata tells.</summary>
    private static bool AllowsPartOf(string from, string mention) =>
        mention.EndsWith(AnyType, StringComparison.Ordinal)
        && LayerRules.Table.Any(rule =>
            rule.Area == Areas.AreaOf(from)
            && rule.MayUse.Any(part => Areas.IsIn(part, mention[..^AnyType.Length]))
        );

    // Not the file's own namespace declaration.
    [GeneratedRegex(
        @"(?<!^\s*namespace\s+)\bSellerLoyaltyPortal\.(Features\.)?(?<path>[A-Z]\w*(\.[A-Z]\w*)*)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline
    )]
    private static partial Regex Mention();
}
