using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Columns that are made up of parts, with the exact values under the pointer, in a <see cref="ChartFrame"/>.</summary>
public sealed partial class StackedColumns : ComponentBase
{
    private const double Left = 60;
    private const double Top = 22;
    private const double LetterWidth = 6.4;
    private const double WidestColumn = 44;

    // Names keep clear of each other.
    private const double BetweenNames = 16;

    private double _width = ChartFrame.UsualWidth;
    private ChartTable? _table;

    /// <summary>Names of the columns, from the left.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Columns { get; set; }

    /// <summary>The same in full, under the pointer and in the table; as at the axis without them.</summary>
    [Parameter]
    public IReadOnlyList<string>? LongNames { get; set; }

    /// <summary>At most four, from the bottom up.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ColumnPart> Parts { get; set; }

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Units and scale; what the axes count without it.</summary>
    [Parameter]
    public string? Subtitle { get; set; }

    [Parameter, EditorRequired]
    public required Func<double, string> YText { get; set; }

    /// <summary>What a column stands for: the table's first column.</summary>
    [Parameter, EditorRequired]
    public required string XTitle { get; set; }

    /// <summary>What the y axis counts, with its unit.</summary>
    [Parameter, EditorRequired]
    public required string YTitle { get; set; }

    /// <summary>A value in full; as at the axis without it.</summary>
    [Parameter]
    public Func<double, string>? YExact { get; set; }

    /// <summary>Name of the sum of the parts; null where they are not summed.</summary>
    [Parameter]
    public string? SumName { get; set; }

    /// <summary>Columns from this one on are not complete yet: paler.</summary>
    [Parameter]
    public int FirstUnfinished { get; set; } = int.MaxValue;

    /// <summary>Height in pixels.</summary>
    [Parameter]
    public double Height { get; set; } = 260;

    /// <summary>One of several charts of a card.</summary>
    [Parameter]
    public bool IsPart { get; set; }

    private double Right => _width - 16;

    private double Bottom => Height - 30;

    private double Step => (Right - Left) / Math.Max(Columns.Count, 1);

    private double ColumnWidth => Math.Min(Step * 0.72, WidestColumn);

    private int LabelStep
    {
        get
        {
            var longest = Columns.Select(c => c.Length).DefaultIfEmpty(0).Max();
            return Math.Max(1, (int)Math.Ceiling((longest * LetterWidth + BetweenNames) / Step));
        }
    }

    private LinearScale Y { get; set; } = new(0, 1, 1, 0);

    private IReadOnlyList<double> YTicks { get; set; } = [];

    protected override void OnParametersSet()
    {
        var highest = Enumerable
            .Range(0, Columns.Count)
            .Select(column => Parts.Sum(p => Math.Max(p.Values[column], 0)))
            .DefaultIfEmpty(0)
            .Max();
        Y = new(0, highest > 0 ? highest * 1.04 : 1, Bottom, Top);
        YTicks = Y.Ticks(4);
        _table = new(
            [XTitle, .. Parts.Select(p => p.Name), .. SumName is null ? (string[])[] : [SumName]],
            [.. Enumerable.Range(0, Columns.Count).Select(Row)]
        );
    }

    private void Resize(double width) => _width = width;

    private IReadOnlyList<ChartCell> Row(int column) =>
        [
            ChartCell.Of(NameOf(column)),
            .. Parts.Select(p => Cell(p.Values[column])),
            .. SumName is null ? (ChartCell[])[] : [Cell(Parts.Sum(p => p.Values[column]))],
        ];

    private ChartCell Cell(double value) => ChartCell.Of(value, (YExact ?? YText)(value));

    private string NameOf(int column) => (LongNames ?? Columns)[column];

    private double Middle(int column) => Left + (column + 0.5) * Step;

    // What a column took back is not drawn below the axis: the table says it.
    private IEnumerable<(int Part, double From, double To)> Stacked(int column)
    {
        var from = 0.0;
        for (var part = 0; part < Parts.Count; part++)
        {
            var to = from + Math.Max(Parts[part].Values[column], 0);
            yield return (part, from, to);
            from = to;
        }
    }

    private List<string> TipLines(int column)
    {
        var row = _table!.Rows[column];
        return [.. Enumerable.Range(1, row.Count - 1).Select(i => $"{_table.Columns[i]}: {row[i].Text}")];
    }

    private double TipWidth(int column) =>
        20 + LetterWidth * TipLines(column).Append(NameOf(column)).Max(line => line.Length);

    private double TipLeft(int column)
    {
        var (x, width) = (Middle(column) + Step / 2, TipWidth(column));
        return x + 4 + width <= _width ? x + 4 : Math.Max(Middle(column) - Step / 2 - 4 - width, 0);
    }
}
