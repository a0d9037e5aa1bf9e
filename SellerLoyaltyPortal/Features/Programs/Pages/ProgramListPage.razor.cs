using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>All programs of a seller; follows the clock and other people's steps while it is open.</summary>
public sealed partial class ProgramListPage(
    ProgramList programs,
    WithdrawProgram withdrawProgram,
    EndProgram endProgram,
    DeleteDraft deleteDraft,
    DuplicateAsDraft duplicateAsDraft,
    ProgramNotifier notifier,
    TimeProvider clock,
    IStringLocalizer<ProgramsText> texts
) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<ProgramWithHistory>? _programs;
    private IReadOnlyList<Error> _errors = [];
    private (ProgramDetails Program, ProgramAction Action)? _asked;
    private IDisposable? _subscription;
    private DayNumber _today;
    private string? _outcome;
    private bool _busy;

    private IStringLocalizer<ProgramsText> L => texts;

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
        _today = Access.Calendar.DayOf(clock.GetUtcNow());
        _programs = await programs.AllAsync(Access, _leaving.Token);
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
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
        catch (Exception broken)
        {
            // Nobody awaits a notification: the page's error boundary is told.
            await DispatchExceptionAsync(broken);
        }
    }

    private void Ask(ProgramDetails program, ProgramAction action)
    {
        (_outcome, _errors) = (null, []);
        _asked = (program, action);
    }

    private async Task DoAsync(ProgramDetails program, ProgramAction action, DayNumber? lastDay)
    {
        (_busy, _outcome, _errors) = (true, null, []);
        var result = action switch
        {
            ProgramAction.Withdraw => await withdrawProgram.RunAsync(
                Access,
                program.Id,
                program.Revision,
                _leaving.Token
            ),
            ProgramAction.End => await endProgram.RunAsync(
                Access,
                program.Id,
                program.Revision,
                lastDay!.Value,
                _leaving.Token
            ),
            ProgramAction.Delete => await deleteDraft.RunAsync(
                Access,
                program.Id,
                program.Revision,
                _leaving.Token
            ),
            ProgramAction.Edit or ProgramAction.Launch or ProgramAction.Change =>
                throw new InvalidOperationException("Programs are edited and launched in the constructor."),
        };
        (_busy, _asked, _errors) = (false, null, result.Errors);
        if (result.TryGet(out var done))
            _outcome = OutcomeOf(action, done);
        await LoadAsync();
    }

    private async Task DuplicateAsync(ProgramDetails program)
    {
        (_busy, _outcome, _errors) = (true, null, []);
        var result = await duplicateAsDraft.RunAsync(
            Access,
            program.Id,
            name => texts["CopyName", name],
            _leaving.Token
        );
        (_busy, _errors) = (false, result.Errors);
        if (result.TryGet(out var copy))
            _outcome = texts["Copied", copy.Name];
        await LoadAsync();
    }

    private string? OutcomeOf(ProgramAction action, ProgramDetails done) =>
        action switch
        {
            ProgramAction.Withdraw => texts["LaunchWithdrawn", done.Name].Value,
            ProgramAction.End => texts["EndIsDecided", done.Name, Display.Date(done.LastDay!.Value)].Value,
            ProgramAction.Delete => texts["DraftDeleted", done.Name].Value,
            ProgramAction.Edit or ProgramAction.Launch or ProgramAction.Change => null,
        };
}
