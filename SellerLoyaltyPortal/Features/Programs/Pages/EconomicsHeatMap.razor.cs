using Microsoft.AspNetCore.Components;
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

    /// <summary>One unit for the whole table, so that squares are narrow and compare at a glance.</summary>
    private bool InThousands => Grid.Highest >= Money.FromUnits(100_000);

    /// <summary>The currency's units in one whole of a square's number.</summary>
    private long Unit =>
        InMillions ? 1_000_000
        : InThousands ? 1_000
        : 1;

    private bool InMillions => Grid.Highest >= Money.FromUnits(50_000_000);

    private Percent? ChosenIn(IReadOnlyList<CostCell> row) => row[0].Threshold == Threshold ? Discount : null;
}
