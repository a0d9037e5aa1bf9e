using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// What a point brings and costs, live: who gets it is there at once; costs load their figures once a day and ledger, then
/// answer every threshold and discount at once too. Roll-off and sensitivity read the ledger and follow a moment later.
/// </summary>
public sealed partial class ConstructorOutcome(
    LoadCostFigures loadCostFigures,
    IStringLocalizer<ConstructorText> texts,
    IStringLocalizer<EconomicsText> costTexts,
    TimeProvider clock
) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private CostFigures? _costs;
    private OfferCost? _cost;
    private CostGrid? _grid;
    private CostDetails? _details;
    private DayNumber? _loadedFor;
    private bool _isCounting;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required ConstructorFigures Figures { get; set; }

    [Parameter, EditorRequired]
    public required ConstructorAnswer Answer { get; set; }

    [Parameter, EditorRequired]
    public required Percent Discount { get; set; }

    [Parameter, EditorRequired]
    public required int LifeDays { get; set; }

    /// <summary>What the seller has stored, or what stands for it.</summary>
    [Parameter, EditorRequired]
    public required SellerUnitEconomics Settings { get; set; }

    /// <summary>The shares to count with: those stored, or others that are tried.</summary>
    [Parameter, EditorRequired]
    public required UnitEconomics Unit { get; set; }

    [Parameter, EditorRequired]
    public required ProgramLimits Limits { get; set; }

    [Parameter]
    public EventCallback<double> ThresholdDragged { get; set; }

    /// <summary>A square of the heat map was chosen.</summary>
    [Parameter]
    public EventCallback<(Money Threshold, Percent Discount)> PointChosen { get; set; }

    private string Basis => FiguresBasis.Of(texts, Figures, Access.Calendar.Zone.Id);

    /// <summary>Only what belongs to the threshold on screen.</summary>
    private CostDetails? Details => _details?.Threshold == Answer.Threshold ? _details : null;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override Task OnParametersSetAsync() =>
        FirstAnswer.WaitAsync(LoadAsync(), RendererInfo.IsInteractive, clock);

    private async Task LoadAsync()
    {
        try
        {
            if (_loadedFor != Figures.AsOf)
            {
                var asOf = Figures.AsOf;
                _loadedFor = asOf;
                // Another day's money must not stand beside this day's buyers, not for a moment.
                (_costs, _cost, _grid, _details) = (null, null, null, null);
                var costs = await loadCostFigures.RunAsync(
                    Access,
                    EligibilityRule.Default,
                    asOf,
                    _leaving.Token
                );
                // Somebody goes on faster than this.
                if (_loadedFor != asOf)
                    return;
                _costs = costs;
            }
            if (_costs is null)
                return;
            Calculate(_costs);
            await CountDetailsAsync(_costs);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }

    private void Calculate(CostFigures costs)
    {
        var anyway = costs.Anyway.At(Answer.Threshold);
        _cost = new(
            ProgramCost.Of(anyway, UnitMargins.Of(Unit, Discount), Answer.Near, Figures.TypicalOrder),
            [
                ("d", Display.Percentage(Discount)),
                ("k", Display.Percentage(Unit.Commission)),
                ("c", Display.Percentage(Unit.OptionCommission)),
                ("v", Display.Percentage(Unit.UnitCost)),
            ],
            costTexts[
                "WhyBasis",
                Basis,
                costTexts["AnywayDays." + anyway.Basis, Display.Date(anyway.CohortOn)],
                costTexts[Unit == Settings.Unit ? "Settings." + Settings.UnitCostFrom : "Settings.Trial"]
            ]
        );
        _grid = CostGrid.Of(
            costs.Anyway,
            Unit,
            CostGrid.ThresholdsAround(Answer.Threshold, Limits),
            CostGrid.DiscountsAround(Discount, Limits)
        );
    }

    // One count at a time; when it is done and the slider has moved on, the next is of where it stands then.
    private async Task CountDetailsAsync(CostFigures costs)
    {
        if (_isCounting)
            return;
        _isCounting = true;
        try
        {
            while (ReferenceEquals(costs, _costs) && Details is null)
            {
                var threshold = Answer.Threshold;
                _details = await Task.Run(() => costs.DetailsAt(threshold), _leaving.Token)
                    .WaitAsync(_leaving.Token);
                StateHasChanged();
            }
        }
        finally
        {
            _isCounting = false;
        }
        if (!ReferenceEquals(costs, _costs) && _costs is { } newer)
            await CountDetailsAsync(newer);
    }
}
