using System.Globalization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// Reads costs of goods as people paste them: an article and a cost a row, with a tab, a semicolon or a comma
/// between them, quoted where an article holds one of these; a heading may stand first. Says of every row
/// that can't be taken why.
/// </summary>
public sealed class GoodsCostRows
{
    public const int MostRows = 50_000;

    /// <summary>More errors than this are counted, not listed.</summary>
    public const int MostListed = 50;

    private static readonly Money Highest = Money.FromUnits(1_000_000_000);

    private readonly Dictionary<string, (Money Cost, int Row)> _costs = new(StringComparer.Ordinal);
    private readonly List<GoodsCostError> _errors = [];

    private GoodsCostRows() { }

    public IReadOnlyDictionary<string, Money> Costs =>
        _costs.ToDictionary(c => c.Key, c => c.Value.Cost, StringComparer.Ordinal);

    /// <summary>The first ones, by row.</summary>
    public IReadOnlyList<GoodsCostError> Errors => _errors;

    /// <summary>All, the listed ones too.</summary>
    public int ErrorCount { get; private set; }

    public static GoodsCostRows Read(string text)
    {
        var rows = new GoodsCostRows();
        var (row, taken) = (0, 0);
        foreach (var line in text.EnumerateLines())
        {
            row++;
            if (line.IsWhiteSpace())
                continue;
            if (++taken > MostRows + 1)
            {
                rows.Refuse(row, GoodsCostFault.TooManyRows, "");
                break;
            }
            rows.Take(row, line.TrimStart('\uFEFF').ToString(), isFirst: taken == 1);
        }
        return rows;
    }

    private void Take(int row, string line, bool isFirst)
    {
        if (Split(line) is not (var sku, var amount))
        {
            Refuse(row, GoodsCostFault.TwoColumnsNeeded, line);
            return;
        }
        if (CostOf(amount) is not { } cost)
        {
            // A heading names the column where the others have a number.
            if (!isFirst || amount.Any(char.IsDigit))
                Refuse(row, GoodsCostFault.NotAnAmount, amount);
        }
        else if (sku.Length == 0)
            Refuse(row, GoodsCostFault.ArticleIsEmpty, line);
        else if (sku.Length > GoodsCost.LongestSku || sku.Any(char.IsControl))
            Refuse(row, GoodsCostFault.ArticleIsNoArticle, sku);
        else if (cost < Money.Zero || cost > Highest)
            Refuse(row, GoodsCostFault.CostOutOfLimits, amount);
        else if (_costs.TryGetValue(sku, out var known) && known.Cost != cost)
            Refuse(row, GoodsCostFault.TwoCosts, sku);
        else
            _costs[sku] = (cost, row);
    }

    private void Refuse(int row, GoodsCostFault fault, string value)
    {
        ErrorCount++;
        if (_errors.Count < MostListed)
            _errors.Add(new(row, fault, value.Length <= 80 ? value : value[..79] + "…"));
    }

    private static (string Sku, string Cost)? Split(string line)
    {
        var delimiter =
            line.Contains('\t', StringComparison.Ordinal) ? '\t'
            : line.Contains(';', StringComparison.Ordinal) ? ';'
            : ',';
        var fields = new List<string>();
        for (var at = 0; at <= line.Length && fields.Count < 3; at++)
            fields.Add(Field(line, delimiter, ref at));
        return fields.Count == 2 ? (fields[0].Trim(), fields[1].Trim()) : null;
    }

    // Leaves the position at the delimiter behind the field, or at the end.
    private static string Field(string line, char delimiter, ref int at)
    {
        if (at >= line.Length || line[at] != '"')
        {
            var end = line.IndexOf(delimiter, at);
            var plain = line[at..(end < 0 ? line.Length : end)];
            at = end < 0 ? line.Length : end;
            return plain;
        }
        var field = new System.Text.StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] != '"')
                field.Append(line[at]);
            else if (at + 1 < line.Length && line[at + 1] == '"')
                field.Append(line[at++]);
            else
            {
                at++;
                break;
            }
        }
        var rest = line.IndexOf(delimiter, Math.Min(at, line.Length));
        at = rest < 0 ? line.Length : rest;
        return field.ToString();
    }

    /// <summary>With a point or a comma, with spaces between thousands, up to four decimals; null for anything else.</summary>
    private static Money? CostOf(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        return
            decimal.TryParse(
                plain,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var units
            )
            && Math.Abs(units) <= 1_000_000_000_000
            && decimal.Round(units, 4) == units
            ? Money.FromDecimal(units)
            : null;
    }
}
