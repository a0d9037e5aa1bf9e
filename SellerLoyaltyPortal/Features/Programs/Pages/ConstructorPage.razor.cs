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
/// while the sliders move. The point stands in the address.
/// </summary>
public sealed partial class ConstructorPage(
    LedgerSnapshots snapshots,
    ConstructorFiguresCache cache,
    SellerDays days,
    ProgramList programs,
    SaveDraft saveDraft,
    LaunchProgram launchProgram,
    IOptions<ProgramLimits> limits,
    NavigationManager navigation,
    IJSRuntime js,
    TimeProvider clock,
    IStringLocalizer<ConstructorText> texts,
    IStringLocalizer<ProgramsText> ruleTexts,
    ILogger<ConstructorPage> log
) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private SellerDay? _day;
    private ConstructorFigures? _figures;
    private ConstructorAnswer? _answer;
    private ConstructorAnswer? _onFirstDay;
    private ProgramDetails? _program;
    private ProgramDetails? _running;
    private IReadOnlyList<long> _thresholdStops = [];
    private IReadOnlyList<long> _discountStops = [];
    private IReadOnlyList<Error> _errors = [];
    private string _name = "";
    private long _threshold;
    private int _discount;
    private int _lifeDays;
    private DayNumber _asOf;
    private string? _thresholdError;
    private string? _discountError;
    private string? _lifeError;
    private string? _outcome;
    private bool _addressWasWrong;
    private bool _asksLaunch;
    private bool _busy;

    [Parameter]
    public long? ProgramId { get; set; }

    [SupplyParameterFromQuery(Name = "threshold")]
    public string? ThresholdInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "discount")]
    public string? DiscountInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "life")]
    public string? LifeInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "asOf")]
    public string? AsOfInAddress { get; set; }

    private IStringLocalizer<ConstructorText> L => texts;

    private IOptions<ProgramLimits> Limits => limits;

    private DayNumber StartsOn => LaunchProgram.FirstDay(Access.Calendar, clock.GetUtcNow());

    private bool HasErrors =>
        _thresholdError is not null
        || _discountError is not null
        || _lifeError is not null
        || NameError is not null;

    private string? NameError =>
        string.IsNullOrWhiteSpace(_name) ? ruleTexts["Error.ProgramNameIsEmpty"].Value : null;

    private string Query =>
        ConstructorAddress.Query(_threshold, _discount, _lifeDays, _asOf == _day?.DefaultAsOf ? null : _asOf);

    private string ExportHref =>
        Access.Href("exports/qualifying.xlsx") + $"?threshold={_threshold}&discount={_discount}&asOf={_asOf}";

    private static EligibilityRule Rule => EligibilityRule.Default;

    protected override Task OnInitializedAsync() => LoadAsync();

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task LoadAsync()
    {
        try
        {
            _day = await days.GetAsync(Access, _leaving.Token);
            _running = await programs.RunningAsync(Access, _leaving.Token);
            if (ProgramId is { } id)
                _program = await programs.FindAsync(Access, id, _leaving.Token);
            if (ProgramId is not null && _program is null)
            {
                navigation.NotFound();
                return;
            }
            TakeStartingPoint();
            await ShowDayAsync(_asOf);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }

    // The address wins over the draft, the draft over what a new offer starts with.
    private void TakeStartingPoint()
    {
        var frame = limits.Value;
        _thresholdStops = SliderStops.Between(
            frame.LowestThreshold,
            frame.HighestThreshold,
            frame.ThresholdStep
        );
        _discountStops =
        [
            .. Enumerable
                .Range(0, (frame.HighestDiscount - frame.LowestDiscount) / frame.DiscountStep + 1)
                .Select(i => (long)(frame.LowestDiscount + i * frame.DiscountStep)),
        ];
        var offer = _program?.Mechanic as ThresholdDiscount;
        var threshold = ConstructorAddress.Threshold(ThresholdInAddress, frame);
        var discount = ConstructorAddress.Discount(DiscountInAddress, frame);
        var life = ConstructorAddress.LifeDays(LifeInAddress, frame);
        var asOf = DayNumber.TryParse(AsOfInAddress);
        _addressWasWrong =
            (ThresholdInAddress is not null && threshold is null)
            || (DiscountInAddress is not null && discount is null)
            || (LifeInAddress is not null && life is null)
            || (AsOfInAddress is not null && asOf is null);
        _threshold =
            threshold
            ?? (long?)offer?.Threshold.ToDecimal()
            ?? _thresholdStops[SliderStops.Nearest(_thresholdStops, frame.LowestThreshold * 5L)];
        _discount =
            discount
            ?? (int?)offer?.Discount.ToDecimal()
            ?? Math.Clamp(10, frame.LowestDiscount, frame.HighestDiscount);
        _lifeDays = life ?? _program?.MinimumLifeDays ?? frame.LeastLifeDays;
        _asOf = asOf ?? _day!.DefaultAsOf;
        _name = _program?.Name ?? L["NewProgramName", Display.DateShort(_day!.Today)];
        // Only a draft is changed; anything further on is the pattern for a new draft.
        if (_program is { Status: not ProgramStatus.Draft } pattern)
            (_program, _name) = (null, L["CopyName", pattern.Name]);
    }

    private async Task ShowDayAsync(DayNumber asOf)
    {
        try
        {
            var snapshot = await snapshots.GetAsync(Access.SellerId, _leaving.Token);
            var figures = await cache.GetAsync(snapshot, Rule, asOf, _leaving.Token);
            (_asOf, _figures) = (asOf, figures);
            _answer = figures.At(Money.FromUnits(_threshold));
            await RememberAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }

    private Task SlideThreshold(long threshold) => SetThresholdAsync(threshold);

    private Task DragThreshold(double threshold) =>
        SetThresholdAsync(
            _thresholdStops[
                SliderStops.Nearest(_thresholdStops, (long)Math.Round(Math.Clamp(threshold, 0, 1e15)))
            ]
        );

    private Task TypeThreshold(long? typed)
    {
        var error =
            typed is null ? NotAWholeNumber
            : Math.Abs(typed.Value) > 1_000_000_000_000 ? OutOfLimits(limits.Value)
            : MechanicValidation.CheckThreshold(Money.FromUnits(typed.Value), limits.Value);
        _thresholdError = error is null ? null : Explain(error);
        return error is null ? SetThresholdAsync(typed!.Value) : Task.CompletedTask;
    }

    private Task SetThresholdAsync(long threshold)
    {
        _thresholdError = null;
        _outcome = null;
        _threshold = threshold;
        _answer = _figures?.At(Money.FromUnits(threshold));
        return RememberAsync();
    }

    private async Task ChoosePointAsync((Money Threshold, Percent Discount) point)
    {
        await SetThresholdAsync((long)point.Threshold.ToDecimal());
        await TypeDiscount((long)point.Discount.ToDecimal());
    }

    private Task SlideDiscount(long discount) => TypeDiscount(discount);

    private Task TypeDiscount(long? typed)
    {
        var error = typed is null
            ? NotAWholeNumber
            : MechanicValidation.CheckDiscount(
                Percent.FromWhole((int)Math.Clamp(typed.Value, -1_000, 1_000)),
                limits.Value
            );
        _discountError = error is null ? null : Explain(error);
        if (error is not null)
            return Task.CompletedTask;
        _outcome = null;
        _discount = (int)typed!.Value;
        return RememberAsync();
    }

    private Task TypeLife(long? typed)
    {
        var error = typed is null ? NotAWholeNumber : CheckLife(typed.Value);
        _lifeError = error is null ? null : Explain(error);
        if (error is not null)
            return Task.CompletedTask;
        _lifeDays = (int)typed!.Value;
        return RememberAsync();
    }

    private Error? CheckLife(long lifeDays) =>
        MechanicValidation.CheckLife((int)Math.Clamp(lifeDays, -1, 1_000_000), limits.Value)
            is [var first, ..]
            ? first
            : null;

    private async Task SaveAsync() => await StoreAsync();

    // Who gets it is counted for the first day, which may be far from the day that the page shows.
    private async Task AskLaunch()
    {
        var snapshot = await snapshots.GetAsync(Access.SellerId, _leaving.Token);
        var figures = await cache.GetAsync(snapshot, Rule, StartsOn, _leaving.Token);
        _onFirstDay = figures.At(Money.FromUnits(_threshold));
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
                new ThresholdDiscount(Money.FromUnits(_threshold), Percent.FromWhole(_discount), Rule),
                _lifeDays
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

    // The router is not asked: nothing but the address changes.
    private async Task RememberAsync()
    {
        if (!RendererInfo.IsInteractive)
            return;
        var page = _program is { } draft ? $"constructor/{draft.Id}" : "constructor";
        await js.InvokeVoidAsync("portal.rememberAddress", _leaving.Token, Access.Href(page) + Query);
    }

    private static readonly Error NotAWholeNumber = new(nameof(NotAWholeNumber));

    private string Explain(Error error) =>
        ReferenceEquals(error, NotAWholeNumber)
            ? L["NotAWholeNumber"]
            : ruleTexts.Explain(error, Access.Currency);

    private static Error OutOfLimits(ProgramLimits frame) =>
        new(
            "ThresholdOutOfLimits",
            nameof(ThresholdDiscount.Threshold),
            Money.FromUnits(frame.LowestThreshold),
            Money.FromUnits(frame.HighestThreshold)
        );
}
