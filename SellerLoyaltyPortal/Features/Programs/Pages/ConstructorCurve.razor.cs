using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>The curve of who reaches which threshold, with the chosen point; it can be dragged.</summary>
public sealed partial class ConstructorCurve : ComponentBase
{
    // As long as the curve is: every circuit that shows them draws the same line, and a large seller's has as
    // many points as buyers.
    private static readonly ConditionalWeakTable<ThresholdCurve, IReadOnlyList<ThresholdPoint>> Lines = new();

    private bool _logarithmic = true;
    private ConstructorFigures? _drawn;
    private IReadOnlyList<ThresholdPoint> _points = [];
    private IReadOnlyList<ThresholdPoint> _stops = [];
    private ChartTable? _table;

    [Parameter, EditorRequired]
    public required ConstructorFigures Figures { get; set; }

    [Parameter, EditorRequired]
    public required ConstructorAnswer Answer { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    [Parameter, EditorRequired]
    public required ProgramLimits Limits { get; set; }

    [Parameter]
    public EventCallback<double> ThresholdDragged { get; set; }

    // Every distinct total is a step of the line; made only for another ledger or day.
    protected override void OnParametersSet()
    {
        LayTable();
        if (ReferenceEquals(_drawn, Figures))
            return;
        _drawn = Figures;
        _points = Lines.GetValue(Figures.Curve, LineOf);
    }

    private static List<ThresholdPoint> LineOf(ThresholdCurve curve)
    {
        var points = new List<ThresholdPoint>();
        foreach (var step in curve.Steps)
            points.Add(new((double)step.Total.ToDecimal(), step.Buyers));
        return points;
    }

    // A tenth of the lowest threshold: the part under the limits says what a lower limit would bring.
    private double From => _logarithmic ? Limits.LowestThreshold / 10.0 : 0;

    private (double From, double To) Band
    {
        get
        {
            var threshold = (double)Answer.Threshold.ToDecimal();
            return (threshold - (double)Figures.TypicalOrder.ToDecimal(), threshold);
        }
    }

    private string Money(Money amount) => Display.Money(amount, Currency);

    private void LayTable()
    {
        var rows = TableRows().ToList();
        _stops = rows.ConvertAll(row => new ThresholdPoint((double)row.Threshold.ToDecimal(), row.Buyers));
        _table = new(
            [
                L["Threshold"],
                L["WillGet"],
                L["ShareOfBuyers"],
                L["RevenueColumn"],
                L["ShareOfRevenue"],
                L["OneOrderAway"],
            ],
            rows.ConvertAll(Cells)
        )
        {
            Current = rows.FindIndex(row => row.Threshold == Answer.Threshold),
        };
    }

    private IReadOnlyList<ChartCell> Cells(ConstructorAnswer row) =>
        [
            ChartCell.Of(row.Threshold.ToDecimal(), Money(row.Threshold)),
            ChartCell.Of(row.Buyers, Display.Count(row.Buyers)),
            ChartCell.Of(row.ShareOfBuyers, Display.Share(row.ShareOfBuyers)),
            ChartCell.Of(row.Revenue.ToDecimal(), Display.Money(row.Revenue, Currency)),
            ChartCell.Of(row.ShareOfRevenue, Display.Share(row.ShareOfRevenue)),
            ChartCell.Of(row.Near, Display.Count(row.Near)),
        ];

    // 1, 2 and 5 of each power of ten within the limits, and the chosen one.
    private IEnumerable<ConstructorAnswer> TableRows()
    {
        var thresholds = new SortedSet<Money> { Answer.Threshold };
        for (long power = 1; power <= Limits.HighestThreshold; power *= 10)
            foreach (var digit in (ReadOnlySpan<long>)[1, 2, 5])
                if (digit * power >= Limits.LowestThreshold && digit * power <= Limits.HighestThreshold)
                    thresholds.Add(Shared.Money.FromUnits(digit * power));
        return thresholds.Select(Figures.At);
    }
}
