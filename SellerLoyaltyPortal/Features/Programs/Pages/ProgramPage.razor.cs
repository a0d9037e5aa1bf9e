using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>One program: its terms, versions, what its launch froze, who changed what, and how it is changed.</summary>
public sealed partial class ProgramPage(
    ProgramList programs,
    ProgramVersions versions,
    LaunchSnapshots launches,
    ProgramNotifier notifier,
    NavigationManager navigation,
    IStringLocalizer<ProgramsText> texts
) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private ProgramDetails? _program;
    private IReadOnlyList<ProgramVersionDetails> _versions = [];
    private LaunchFacts? _launch;
    private IDisposable? _subscription;
    private string? _outcome;

    [Parameter]
    public long ProgramId { get; set; }

    [SupplyParameterFromQuery(Name = "threshold")]
    public string? ThresholdInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "discount")]
    public string? DiscountInAddress { get; set; }

    private IStringLocalizer<ProgramsText> L => texts;

    private IEnumerable<(string Label, string Value)> Facts
    {
        get
        {
            yield return (
                texts["MinimumLife"],
                texts.Plural("LifeDays", _program!.MinimumLifeDays)
                    + (
                        _program.MinimumLifeEnds is { } ends
                            ? $" ({texts["Through", Display.Date(ends)]})"
                            : ""
                    )
            );
            if (_program.OptionLockDays is { } lockDays)
                yield return (
                    texts["OptionLock"],
                    texts.Plural("LifeDays", lockDays)
                        + $" ({texts["Through", Display.Date(_program.OptionLockEnds!.Value)]})"
                );
            if (_program.StartsOn is { } starts)
                yield return (texts["Starts"], texts["StartsAt", Display.Date(starts)]);
            if (_program.EarliestLastDay is { } earliest)
                yield return (texts["EarliestEnd"], Display.Date(earliest));
            if (_program.StartsOn is not null)
                yield return (
                    texts["LastDay"],
                    _program.LastDay is { } last ? texts["EndsAt", Display.Date(last)] : texts["NotDecided"]
                );
        }
    }

    public void Dispose()
    {
        _subscription?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        // Only a page in a circuit is told; a prerendered one is gone before anything happens.
        if (firstRender)
            _subscription = notifier.Subscribe(Access.SellerId, () => _ = InvokeAsync(ReloadAsync));
    }

    private async Task LoadAsync()
    {
        try
        {
            var program = await programs.FindAsync(Access, ProgramId, _leaving.Token);
            if (program is null)
            {
                navigation.NotFound();
                return;
            }
            _versions = await versions.OfAsync(Access, ProgramId, _leaving.Token);
            _launch = await launches.FindAsync(Access, ProgramId, _leaving.Token);
            _program = program;
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }

    private async Task ReloadAsync()
    {
        if (_leaving.IsCancellationRequested)
            return;
        try
        {
            await LoadAsync();
            StateHasChanged();
        }
        catch (Exception broken)
        {
            // Nobody awaits a notification: the page's error boundary is told.
            await DispatchExceptionAsync(broken);
        }
    }

    private async Task TakeChangeAsync(ProgramDetails changed)
    {
        _outcome = texts["ChangeDecided", Display.Date(changed.Next!.From)];
        await LoadAsync();
    }

    private string HeldOf(ProgramVersionDetails version) =>
        version.NeverHeld ? texts["VersionNeverHeld"]
        : version.Until is { } until ? $"{Display.DateShort(version.From)} – {Display.DateShort(until)}"
        : texts["VersionFrom", Display.DateShort(version.From)];
}
