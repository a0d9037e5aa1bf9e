using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Tests.Architecture.Texts;

/// <summary>Which keys of texts the source asks for.</summary>
public sealed partial class TextUses
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _prefixes = new(StringComparer.Ordinal);
    private readonly List<(string File, string Key)> _asked = [];

    public TextUses(IEnumerable<(string Path, string Text)> files)
    {
        foreach (var (path, text) in files)
        {
            foreach (Match word in Word().Matches(text))
                _words.Add(word.Value);
            foreach (Match prefix in Prefix().Matches(text))
                _prefixes.Add(prefix.Groups["key"].Value);
            foreach (Match key in Key().Matches(text))
                _asked.Add((path, key.Groups["key"].Value));
            foreach (Match code in ErrorCode().Matches(text))
                _asked.Add((path, "Error." + code.Groups["code"].Value));
        }
    }

    public int Count => _asked.Count;

    public IEnumerable<string> Missing(IReadOnlySet<string> known) =>
        _asked
            .Where(a => !known.Contains(a.Key))
            .Select(a => $"{a.File}: {a.Key}")
            .Distinct(StringComparer.Ordinal);

    /// <summary>A key is used where its last word stands in the source, or a prefix that it is built from.</summary>
    public bool IsUsed(string key) =>
        _words.Contains(key[(key.LastIndexOf('.') + 1)..])
        || _prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    [GeneratedRegex(@"[A-Za-z_]\w+")]
    private static partial Regex Word();

    /// <summary><c>L["Role" + role]</c>, <c>L[$"Role{role}"]</c></summary>
    [GeneratedRegex(
        @"(\[|Plural\()\s*(""(?<key>[A-Z][\w.]*)""\s*\+|\$""(?<key>[A-Z][\w.]*)\{)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Prefix();

    /// <summary><c>L["Key"]</c>, <c>texts["Key", 1]</c>, <c>L.Plural("Key", n)</c></summary>
    [GeneratedRegex(
        @"\b(L|P|\w*[tT]exts?)(\[|\.Plural\(\s*)""(?<key>[A-Z][\w.]*)""\s*[,\])]",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Key();

    /// <summary><c>new Error("ProgramCannotEnd…"</c>, <c>new("ProgramCannotEnd…"</c>: a rule's name is a sentence.</summary>
    [GeneratedRegex(@"\bnew( Error)?\(\s*""(?<code>([A-Z][a-z]+){3,})""", RegexOptions.ExplicitCapture)]
    private static partial Regex ErrorCode();
}
