namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>A table of a Markdown page, found by its header row.</summary>
internal static class MarkdownTable
{
    /// <summary>The cells of each row below the header.</summary>
    public static IReadOnlyList<string[]> Rows(string page, params string[] header)
    {
        var lines = page.Split('\n');
        var start = Array.FindIndex(lines, line => Cells(line).SequenceEqual(header));
        Assert.True(start >= 0, $"There is no table with the header {string.Join(", ", header)}.");
        return [.. lines.Skip(start + 2).TakeWhile(line => line.StartsWith('|')).Select(Cells)];
    }

    private static string[] Cells(string line) =>
        line.StartsWith('|') ? [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())] : [];
}
