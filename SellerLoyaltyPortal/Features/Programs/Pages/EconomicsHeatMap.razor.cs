using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// Subsidy, or the growth that would make up for it, over thresholds and discounts as a table of buttons; what can't
/// pay is hatched.
/// </summary>
public sealed partial class EconomicsHeatMap : ComponentBase
{
    private bool _showsUplift;

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

    private string Title => L[_showsUplift ? "HeatTitleUplift" : "HeatTitle"];

    private string Subtitle =>
        _showsUplift
            ? L["HeatUnitsUplift"]
            : L[
                Scale.Divisor switch
                {
                    1 => "HeatUnits",
                    1_000 => "HeatUnitsThousands",
                    _ => "HeatUnitsMillions",
                },
                Currency.Symbol
            ];

    private HeatScale Scale => HeatScale.Of(Grid, _showsUplift);

    private Percent? ChosenIn(IReadOnlyList<CostCell> row) =>
        row[0].Threshold == Threshold ? Discount : null;
}
