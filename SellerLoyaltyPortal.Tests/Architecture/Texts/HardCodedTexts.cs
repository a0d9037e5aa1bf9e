using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Tests.Architecture.Texts;

/// <summary>Sentences that stand in markup instead of in a resource.</summary>
public static partial class HardCodedTexts
{
    private static readonly string[] SpokenAttributes =
    [
        "title",
        "alt",
        "placeholder",
        "aria-label",
        "label",
        "text",
    ];

    public static IEnumerable<string> In(string path, string markup)
    {
        var visible = Comment().Replace(markup, "");
        var code = CodeBlock().Match(visible);
        if (code.Success)
            visible = visible[..code.Index];
        visible = Symbol().Replace(visible, "");
        foreach (Match attribute in Attribute().Matches(visible))
        {
            var (name, value) = (attribute.Groups["name"].Value, attribute.Groups["value"].Value);
            if (
                SpokenAttributes.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !value.Contains('@', StringComparison.Ordinal)
                && Letters().IsMatch(value)
            )
                yield return $"{path}: {name}=\"{value}\"";
        }
        // Without attribute values, so that what is left between > and < is text or Razor.
        visible = Attribute().Replace(visible, "");
        foreach (Match node in TextNode().Matches(visible))
            if (Letters().IsMatch(Razor().Replace(node.Groups["text"].Value, "")))
                yield return $"{path}: {node.Groups["text"].Value.Trim()}";
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@code\b", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(
        @"(?<name>[@\w:-]+)=""(?<value>([^""@]|@\([^)]*(\([^)]*\)[^)]*)*\)|@)*)""",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Attribute();

    /// <summary>The name of a Material symbol, drawn as the symbol and hidden from screen readers.</summary>
    [GeneratedRegex(@"<(span|i)\b[^>]*aria-hidden=""true""[^>]*>[a-z_0-9]+</\1>")]
    private static partial Regex Symbol();

    /// <summary>Text on one line between two tags, without braces and semicolons (those are code).</summary>
    [GeneratedRegex(@">(?<text>[^<>{};\n]*)</", RegexOptions.ExplicitCapture)]
    private static partial Regex TextNode();

    /// <summary><c>@L["Key"]</c>, <c>@seller.Name</c>, <c>@Display.Date(day)</c>, <c>@(…)</c></summary>
    [GeneratedRegex(
        @"@(\w+(\.\w+|\?\.\w+|\[[^\]]*\]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|!)*|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))"
    )]
    private static partial Regex Razor();

    /// <summary>Two letters in a row: "×" and "–" are no text.</summary>
    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();
}
