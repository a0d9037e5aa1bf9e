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
    private HeatScale _scale = null!;

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
                _scale.Divisor switch
                {
                    1 => "HeatUnits",
                    1_000 => "HeatUnitsThousands",
                    _ => "HeatUnitsMillions",
                },
                Currency.Symbol
            ];

    protected override void OnParametersSet() => _scale = HeatScale.Of(Grid, _showsUplift);

    private void Show(bool uplift)
    {
        _showsUplift = uplift;
        _scale = HeatScale.Of(Grid, uplift);
    }

    private Percent? ChosenIn(IReadOnlyList<CostCell> row) => row[0].Threshold == Threshold ? Discount : null;
}
