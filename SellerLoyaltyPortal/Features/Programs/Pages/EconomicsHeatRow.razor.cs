using System.Globalization;
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
    private (IReadOnlyList<CostCell> Cells, Money Highest, Percent? Chosen, Currency Currency)? _drawn;

    [Parameter, EditorRequired]
    public required IReadOnlyList<CostCell> Cells { get; set; }

    /// <summary>What has the strongest colour.</summary>
    [Parameter, EditorRequired]
    public required Money Highest { get; set; }

    /// <summary>Of the currency's units in one whole of a square's number: millions get a decimal.</summary>
    [Parameter, EditorRequired]
    public required long Unit { get; set; }

    /// <summary>The discount of the offer on screen where this is its threshold.</summary>
    [Parameter, EditorRequired]
    public required Percent? Chosen { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    [Parameter]
    public EventCallback<(Money Threshold, Percent Discount)> PointChosen { get; set; }

    // The unit follows from the highest.
    protected override bool ShouldRender()
    {
        var now = (Cells, Highest, Chosen, Currency);
        var isDrawn =
            _drawn is { } drawn
            && (drawn.Highest, drawn.Chosen, drawn.Currency) == (Highest, Chosen, Currency)
            && drawn.Cells.SequenceEqual(Cells);
        _drawn = now;
        return !isDrawn;
    }

    private string Short(CostCell cell) =>
        Unit >= 1_000_000
            ? Display.Fixed((double)(cell.Subsidy.ToDecimal() / Unit))
            : Display.Count((long)Math.Round(cell.Subsidy.ToDecimal() / Unit));

    /// <summary>Strength of the colour in percent of the strongest.</summary>
    private string HeatOf(CostCell cell)
    {
        var highest = Highest.TenThousandths;
        var share =
            cell.Uplift is null || highest <= 0 ? 0 : 6 + 50 * cell.Subsidy.TenThousandths / (double)highest;
        return share.ToString("0", CultureInfo.InvariantCulture);
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
