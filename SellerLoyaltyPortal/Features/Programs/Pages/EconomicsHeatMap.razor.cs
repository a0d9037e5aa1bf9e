using System.Globalization;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Subsidy over thresholds and discounts as a table of buttons; what can't pay is hatched.</summary>
public sealed partial class EconomicsHeatMap : ComponentBase
{
    [Parameter, EditorRequired]
    public required CostGrid Grid { get; set; }

    [Parameter, EditorRequired]
    public required Money Threshold { get; set; }

    [Parameter, EditorRequired]
    public required Percent Discount { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    [Parameter]
    public EventCallback<(Money Threshold, Percent Discount)> PointChosen { get; set; }

    private bool IsChosen(CostCell cell) => cell.Threshold == Threshold && cell.Discount == Discount;

    /// <summary>One unit for the whole table, so that squares are narrow and compare at a glance.</summary>
    private bool InThousands => Grid.Highest >= Money.FromUnits(100_000);

    private bool InMillions => Grid.Highest >= Money.FromUnits(50_000_000);

    private string Short(CostCell cell) =>
        InMillions
            ? Display.Fixed((double)(cell.Subsidy.ToDecimal() / 1_000_000))
            : Display.Count((long)Math.Round(cell.Subsidy.ToDecimal() / (InThousands ? 1_000 : 1)));

    /// <summary>Strength of the colour in percent of the strongest.</summary>
    private string HeatOf(CostCell cell)
    {
        var highest = Grid.Highest.TenThousandths;
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
