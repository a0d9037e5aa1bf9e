using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// One threshold of the heat map. Drawn again only when something in it has changed: while the slider is dragged
/// that is one row of many, each of ten squares with a sentence of its own.
/// </summary>
public sealed partial class EconomicsHeatRow : ComponentBase
{
    private (IReadOnlyList<CostCell> Cells, HeatScale Scale, Percent? Chosen, Currency Currency)? _drawn;

    [Parameter, EditorRequired]
    public required IReadOnlyList<CostCell> Cells { get; set; }

    /// <summary>Of the whole table.</summary>
    [Parameter, EditorRequired]
    public required HeatScale Scale { get; set; }

    /// <summary>The discount of the offer on screen where this is its threshold.</summary>
    [Parameter, EditorRequired]
    public required Percent? Chosen { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    [Parameter]
    public EventCallback<(Money Threshold, Percent Discount)> PointChosen { get; set; }

    protected override bool ShouldRender()
    {
        var now = (Cells, Scale, Chosen, Currency);
        var isDrawn =
            _drawn is { } drawn
            && (drawn.Scale, drawn.Chosen, drawn.Currency) == (Scale, Chosen, Currency)
            && drawn.Cells.SequenceEqual(Cells);
        _drawn = now;
        return !isDrawn;
    }

    private string Label(CostCell cell)
    {
        var (threshold, discount) = (
            Display.Money(cell.Threshold, Currency),
            Display.Percentage(cell.Discount)
        );
        var subsidy = Display.MoneyShort(cell.Subsidy, Currency);
        return cell.Uplift is { } uplift
            ? L["HeatCell", threshold, discount, subsidy, "+" + Display.Share((double)uplift)]
            : L["HeatCellNever", threshold, discount, subsidy];
    }
}
