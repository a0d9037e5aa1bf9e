using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using SellerLoyaltyPortal.Components.Inputs;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// Where an offer is designed: threshold, discount and life on the left, on the right who would get it, live
/// while the sliders move. The point stands in the address; steps can be taken back.
/// </summary>
public sealed partial class ConstructorPage(
    LedgerSnapshots snapshots,
    ConstructorFiguresCache cache,
    SellerDays days,
    ProgramList programs,
    SaveDraft saveDraft,
    LaunchProgram launchProgram,
    UnitEconomicsSettings economics,
    IOptions<ProgramLimits> limits,
    NavigationManager navigation,
    IJSRuntime js,
    TimeProvider clock,
    IStringLocalizer<ConstructorText> texts,
    IStringLocalizer<ProgramsText> ruleTexts,
    ILogger<ConstructorPage> log
) : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private AddressKeeper? _address;
    private UndoKeys? _keys;
    private SellerDay? _day;
    private ConstructorFigures? _figures;
    private ConstructorAnswer? _answer;
    private ConstructorAnswer? _onFirstDay;
    private ConstructorChoice? _choice;
    private ProgramDetails? _program;
    private ProgramDetails? _running;
    private IReadOnlyList<long> _thresholdStops = [];
    private IReadOnlyList<Error> _errors = [];
    private string _name = "";
    private DayNumber _asOf;
    private UnitTrial? _unit;
    private string? _outcome;
    private bool _addressWasWrong;
    private bool _asksLaunch;
    private bool _busy;
    private bool _isLoading;
    private string? _openedAt;

    [Parameter]
    public long? ProgramId { get; set; }

    private IStringLocalizer<ConstructorText> L => texts;

    private IOptions<ProgramLimits> Limits => limits;

    private ConstructorChoice Choice => _choice!;

    private ConstructorPoint Point => _choice!.Point;

    private DayNumber StartsOn => LaunchProgram.FirstDay(Access.Calendar, clock.GetUtcNow());

    private bool HasErrors => Choice.HasErrors || NameError is not null;

    private string? NameError =>
        string.IsNullOrWhiteSpace(_name) ? ruleTexts["Error.ProgramNameIsEmpty"].Value : null;

    private string Query =>
        ConstructorAddress.Query(Point, _asOf == _day?.DefaultAsOf ? null : _asOf) + _unit?.Query();

    private bool IsHere =>
        new Uri(navigation.Uri).AbsolutePath.StartsWith(
            Access.Href("constructor"),
            StringComparison.OrdinalIgnoreCase
        );

    private string Address =>
        Access.Href(_program is { } draft ? $"constructor/{draft.Id}" : "constructor") + Query;

    private string ExportHref =>
        Access.Href("reports/qualifying.xlsx")
        + $"?threshold={Point.Threshold}&discount={Point.Discount}&asOf={_asOf}";

    private static EligibilityRule Rule => EligibilityRule.Default;

    // Another address is another point or another program: the rail leads from a draft to a new one. The address
    // that is open already, clicked once more, is not what stands in the line: the point goes back into it.
    protected override Task OnParametersSetAsync()
    {
        if (string.Equals(_openedAt, navigation.Uri, StringComparison.Ordinal))
            return _isLoading ? Task.CompletedTask : RememberAsync();
        if (_openedAt is not null && !IsHere)
            return Task.CompletedTask;
        var id = _openedAt is null ? ProgramId : ConstructorAddress.ProgramId(navigation.Uri);
        _openedAt = navigation.Uri;
        return FirstAnswer.WaitAsync(LoadAsync(id), RendererInfo.IsInteractive, clock);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            _keys = await UndoKeys.AttachAsync(
                js,
                Assets["Features/Programs/Pages/ConstructorPage.razor.js"],
                () => InvokeAsync(Undo),
                () => InvokeAsync(Redo)
            );
    }

    public async ValueTask DisposeAsync()
    {
        _address?.Dispose();
        await _leaving.CancelAsync();
        _leaving.Dispose();
        if (_keys is not null)
            await _keys.DisposeAsync();
    }

    private async Task LoadAsync(long? id)
    {
        var (asked, before) = (_openedAt!, _program);
        _isLoading = true;
        try
        {
            _day = await days.GetAsync(Access, _leaving.Token);
            _running = await programs.RunningAsync(Access, _leaving.Token);
            var stored = await economics.GetAsync(Access, _leaving.Token);
            var program = id is { } known ? await programs.FindAsync(Access, known, _leaving.Token) : null;
            // Somebody goes on faster than this.
            if (!string.Equals(asked, _openedAt, StringComparison.Ordinal))
                return;
            if (id is not null && program is null)
            {
                navigation.NotFound();
                return;
            }
            _program = program;
            TakeStartingPoint(asked, stored, isSameOffer: program is null && before is null);
            _isLoading = false;
            await CountAsync(_asOf);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }

    private void TakeStartingPoint(string address, SellerUnitEconomics stored, bool isSameOffer)
    {
        (_outcome, _errors, _asksLaunch) = (null, [], false);
        _thresholdStops = ConstructorStart.ThresholdStops(limits.Value);
        var parts = ConstructorAddress.Parts(address);
        var start = ConstructorStart.Of(parts, _program, limits.Value);
        _addressWasWrong = start.AddressWasWrong;
        _asOf = _day!.AsOf(start.AsOf);
        // The rail leads to a new offer, and that is what stands here: not to be begun anew.
        if (_choice is not null && isSameOffer && parts is (null, null, null, null, _))
            return;
        _choice = new(start.Point, limits.Value, clock, Explain);
        (_unit, var isWrong) = UnitTrial.At(address, stored);
        _addressWasWrong |= isWrong;
        _name = _program?.Name ?? L["NewProgramName", Display.DateShort(_day!.Today)];
        // Only a draft is changed; anything further on is the pattern for a new draft.
        if (_program is { Status: not ProgramStatus.Draft } pattern)
            (_program, _name) = (null, L["CopyName", pattern.Name]);
    }

    private async Task ShowDayAsync(DayNumber asOf)
    {
        await CountAsync(asOf);
        TellAddress();
    }

    private async Task CountAsync(DayNumber asOf)
    {
        try
        {
            (_figures, _asOf) = (await FiguresOnAsync(asOf), asOf);
            await ShowPointAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }

    private async Task<ConstructorFigures> FiguresOnAsync(DayNumber asOf)
    {
        var snapshot = await snapshots.GetWholeAsync(Access.SellerId, _leaving.Token);
        return await cache.GetAsync(snapshot, Rule, asOf, _unit!.Stored.TypicalOrder, _leaving.Token);
    }

    private Task DragThreshold(double threshold) =>
        TakeAsync(
            Choice.SetThreshold(
                _thresholdStops[
                    SliderStops.Nearest(_thresholdStops, (long)Math.Round(Math.Clamp(threshold, 0, 1e15)))
                ]
            )
        );

    private Task ChoosePointAsync((Money Threshold, Percent Discount) point) =>
        TakeAsync(Choice.SetBoth((long)point.Threshold.ToDecimal(), (int)point.Discount.ToDecimal()));

    private async Task Undo()
    {
        if (_choice is null)
            return;
        await TakeAsync(Choice.Undo());
        StateHasChanged();
    }

    private async Task Redo()
    {
        if (_choice is null)
            return;
        await TakeAsync(Choice.Redo());
        StateHasChanged();
    }

    private Task TakeAsync(bool changed)
    {
        if (!changed)
            return Task.CompletedTask;
        _outcome = null;
        return ShowPointAsync();
    }

    private Task ShowPointAsync()
    {
        _answer = _figures?.At(Point.ThresholdMoney);
        return RememberAsync();
    }

    private async Task SaveAsync()
    {
        if (await StoreAsync() is not null)
            TellAddress();
    }

    // Who gets it is counted for the first day, which may be far from the day that the page shows.
    private async Task AskLaunch()
    {
        _onFirstDay = (await FiguresOnAsync(StartsOn)).At(Point.ThresholdMoney);
        _asksLaunch = true;
    }

    private async Task LaunchAsync()
    {
        if (await StoreAsync() is not { } draft)
        {
            _asksLaunch = false;
            return;
        }
        _busy = true;
        var result = await launchProgram.RunAsync(Access, draft.Id, draft.Revision, _leaving.Token);
        (_busy, _asksLaunch, _errors) = (false, false, result.Errors);
        if (result.TryGet(out var launched))
        {
            log.LogInformation("Program {ProgramId} launched", launched.Id);
            navigation.NavigateTo(Access.Href("programs"));
        }
    }

    private async Task<ProgramDetails?> StoreAsync()
    {
        _busy = true;
        _outcome = null;
        var result = await saveDraft.RunAsync(
            Access,
            new ProgramDraft(
                _program?.Id,
                _program?.Revision,
                _name,
                new ThresholdDiscount(Point.ThresholdMoney, Point.DiscountPercent, Rule)
                {
                    Stacking = Point.Stacking,
                },
                Point.LifeDays
            ),
            _leaving.Token
        );
        (_busy, _errors) = (false, result.Errors);
        if (!result.TryGet(out var saved))
            return null;
        _program = saved;
        _outcome = L["DraftSaved", saved.Name];
        await RememberAsync();
        return saved;
    }

    private Task RememberAsync()
    {
        if (!RendererInfo.IsInteractive)
            return Task.CompletedTask;
        _address ??= AddressKeeper.Of(js, InvokeAsync, clock, _leaving.Token);
        return _address.RememberAsync(Address);
    }

    // A day or a draft is the portal's business too: its links keep the day, its crumbs name the draft.
    private void TellAddress()
    {
        if (!RendererInfo.IsInteractive || _leaving.IsCancellationRequested)
            return;
        _openedAt = navigation.ToAbsoluteUri(Address).AbsoluteUri;
        navigation.NavigateTo(Address, replace: true);
    }

    private string Explain(Error error) =>
        ReferenceEquals(error, ConstructorChoice.NotAWholeNumber)
            ? L["NotAWholeNumber"]
            : ruleTexts.Explain(error, Access.Currency);
}
