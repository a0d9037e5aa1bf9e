using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Columns that are made up of parts, with the exact values under the pointer. The page keeps the table twin.</summary>
public sealed partial class StackedColumns : ComponentBase
{
    private const double Width = 760;
    private const double Left = 60;
    private const double Right = 744;
    private const double Top = 22;
    private const double LetterWidth = 6.4;

    // Names never stand closer than this, though they are short.
    private const int MostLabels = 10;

    // On a phone the whole chart shrinks and its letters are drawn larger: names keep clear of each other there too.
    private const double WidestLetter = 12;
    private const double BetweenNames = 16;

    /// <summary>Names of the columns, from the left.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Columns { get; set; }

    /// <summary>At most four, from the bottom up.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ColumnPart> Parts { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, string> YText { get; set; }

    /// <summary>What the y axis counts, with its unit.</summary>
    [Parameter, EditorRequired]
    public required string YTitle { get; set; }

    /// <summary>A value in full; as at the axis without it.</summary>
    [Parameter]
    public Func<double, string>? YExact { get; set; }

    [Parameter]
    public double Height { get; set; } = 260;

    private double Bottom => Height - 30;

    private double Step => (Right - Left) / Math.Max(Columns.Count, 1);

    private int LabelStep
    {
        get
        {
            var longest = Columns.Select(c => c.Length).DefaultIfEmpty(0).Max();
            var most = (int)((Right - Left) / (longest * WidestLetter + BetweenNames));
            most = Math.Clamp(most, 1, MostLabels);
            return Math.Max(1, (Columns.Count + most - 1) / most);
        }
    }

    private LinearScale Y { get; set; } = new(0, 1, 1, 0);

    private IReadOnlyList<double> YTicks { get; set; } = [];

    protected override void OnParametersSet()
    {
        var highest = Enumerable
            .Range(0, Columns.Count)
            .Select(column => Parts.Sum(p => p.Values[column]))
            .DefaultIfEmpty(0)
            .Max();
        Y = new(0, highest > 0 ? highest * 1.04 : 1, Bottom, Top);
        YTicks = Y.Ticks(4);
    }

    private double Middle(int column) => Left + (column + 0.5) * Step;

    private IEnumerable<(int Part, double From, double To)> Stacked(int column)
    {
        var from = 0.0;
        for (var part = 0; part < Parts.Count; part++)
        {
            var to = from + Parts[part].Values[column];
            yield return (part, from, to);
            from = to;
        }
    }

    private string Told(int column, int part) =>
        $"{Parts[part].Name}: {(YExact ?? YText)(Parts[part].Values[column])}";

    private double TipWidth(int column) =>
        20 + LetterWidth * Enumerable.Range(0, Parts.Count).Max(part => Told(column, part).Length);

    private double TipLeft(int column)
    {
        var (x, width) = (Middle(column) + Step / 2, TipWidth(column));
        return x + 4 + width <= Width ? x + 4 : Math.Max(Middle(column) - Step / 2 - 4 - width, 0);
    }
}
