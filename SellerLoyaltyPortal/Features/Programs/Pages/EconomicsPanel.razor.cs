using System.Globalization;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// What an offer costs, live beside the curve: loads its figures by itself, then answers every threshold and
/// discount at once. Roll-off and sensitivity read the ledger and follow a moment later.
/// </summary>
public sealed partial class EconomicsPanel(
    LoadCostFigures loadCostFigures,
    UnitEconomicsSettings settings,
    TimeProvider clock
) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private CostFigures? _figures;
    private SellerUnitEconomics? _settings;
    private CostDetails? _details;
    private DayNumber? _loadedFor;
    private bool _isCounting;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required DayNumber AsOf { get; set; }

    [Parameter, EditorRequired]
    public required Shared.Money Threshold { get; set; }

    [Parameter, EditorRequired]
    public required Percent Discount { get; set; }

    [Parameter, EditorRequired]
    public required int LifeDays { get; set; }

    /// <summary>Buyers who are one typical order away.</summary>
    [Parameter, EditorRequired]
    public required int Near { get; set; }

    [Parameter, EditorRequired]
    public required Shared.Money TypicalOrder { get; set; }

    [Parameter, EditorRequired]
    public required ProgramLimits Limits { get; set; }

    /// <summary>Window, as-of date, price base, time zone of the figures.</summary>
    [Parameter]
    public string Basis { get; set; } = "";

    /// <summary>A square of the heat map was chosen.</summary>
    [Parameter]
    public EventCallback<(Shared.Money Threshold, Percent Discount)> PointChosen { get; set; }

    private ProgramCost? Cost { get; set; }

    private CostGrid Grid { get; set; } = default!;

    /// <summary>Only what belongs to the threshold on screen.</summary>
    private CostDetails? Details => _details?.Threshold == Threshold ? _details : null;

    private string Estimate
    {
        get
        {
            var anyway = Cost!.Anyway;
            return anyway.Basis switch
            {
                AnywayBasis.YearEarlier => L[
                    "BasisYearEarlier",
                    L.Plural("Buyers", anyway.Buyers),
                    Display.Date(anyway.CohortOn),
                    Short(anyway.Spent),
                    Change(anyway.Change ?? 0),
                    Display.Share(anyway.PassedAgainShare ?? double.NaN, 0)
                ],
                AnywayBasis.LastYear => L["BasisLastYear", Short(anyway.Spent)],
            };
        }
    }

    private string LimitNote => L[Cost!.Margins.LimitDiscount > 0 ? "LimitText" : "LimitBelow"];

    private int BoundDays => _settings!.BoundDays(LifeDays);

    private string CommittedNote =>
        BoundDays > LifeDays ? L.Plural("CommittedLock", BoundDays) : L.Plural("CommittedText", BoundDays);

    private string Whence =>
        L[
            "WhyBasis",
            Basis,
            L["AnywayDays." + Cost!.Anyway.Basis, Display.Date(Cost.Anyway.CohortOn)],
            L["Settings." + _settings!.UnitCostFrom]
        ];

    private IReadOnlyList<(string, string)> Shares =>
        [
            ("d", Display.Percentage(Discount)),
            ("k", Display.Percentage(_settings!.Unit.Commission)),
            ("c", Display.Percentage(_settings.Unit.OptionCommission)),
            ("v", Display.Percentage(_settings.Unit.UnitCost)),
        ];

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
            if (_loadedFor != AsOf)
            {
                _loadedFor = AsOf;
                _settings ??= await settings.GetAsync(Access, _leaving.Token);
                _figures = await loadCostFigures.RunAsync(
                    Access,
                    EligibilityRule.Default,
                    AsOf,
                    _leaving.Token
                );
                _details = null;
            }
            if (_figures is null || _settings is null)
                return;
            Calculate(_figures, _settings.Unit);
            await CountDetailsAsync(_figures);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }

    private void Calculate(CostFigures figures, UnitEconomics unit)
    {
        var margins = UnitMargins.Of(unit, Discount);
        Cost = ProgramCost.Of(figures.Anyway.At(Threshold), margins, Near, TypicalOrder);
        Grid = CostGrid.Of(
            figures.Anyway,
            unit,
            CostGrid.ThresholdsAround(Threshold, Limits),
            CostGrid.DiscountsAround(Discount, Limits)
        );
    }

    // One count at a time; when it is done and the slider has moved on, the next is of where it stands then.
    private async Task CountDetailsAsync(CostFigures figures)
    {
        if (_isCounting)
            return;
        _isCounting = true;
        try
        {
            while (ReferenceEquals(figures, _figures) && Details is null)
            {
                var threshold = Threshold;
                _details = await Task.Run(() => figures.DetailsAt(threshold), _leaving.Token)
                    .WaitAsync(_leaving.Token);
                StateHasChanged();
            }
        }
        finally
        {
            _isCounting = false;
        }
        if (!ReferenceEquals(figures, _figures) && _figures is { } newer)
            await CountDetailsAsync(newer);
    }

    private string Change(double change) =>
        L[change < 0 ? "ChangeLess" : "ChangeMore", Display.Share(Math.Abs(change), 0)];

    private string Orders(double? orders) =>
        orders is { } some
            ? $"({L["InOrders", some.ToString("0.0", CultureInfo.CurrentCulture)].Value})"
            : "";

    private static string Share(decimal fraction) => Display.Share((double)fraction);

    private string Money(Shared.Money amount) => Display.Money(amount, Access.Currency);

    private string Short(Shared.Money amount) => Display.MoneyShort(amount, Access.Currency);
}
