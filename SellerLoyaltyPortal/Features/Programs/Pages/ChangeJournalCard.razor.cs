using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>The journal of one program, or of all and of the costs: loads itself, anew when the page has changed.</summary>
public sealed partial class ChangeJournalCard(ChangeJournal journal) : ComponentBase, IDisposable
{
    private const int Portion = 20;
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<JournalEntry>? _entries;
    private object? _loadedFor;
    private int _count = Portion;
    private bool _hasMore;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    /// <summary>Null for all programs and the costs.</summary>
    [Parameter]
    public long? ProgramId { get; set; }

    /// <summary>Another object when something may have happened.</summary>
    [Parameter, EditorRequired]
    public required object State { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override Task OnParametersSetAsync()
    {
        if (ReferenceEquals(_loadedFor, State))
            return Task.CompletedTask;
        _loadedFor = State;
        return LoadAsync();
    }

    private Task MoreAsync()
    {
        _count += Portion;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            (_entries, _hasMore) = await journal.ReadAsync(Access, ProgramId, _count, _leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page.
        }
    }
}
