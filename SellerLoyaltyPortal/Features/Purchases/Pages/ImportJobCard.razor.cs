using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>An uploaded file: how far it is, what was found in it, and what the owner wants done with it.</summary>
public sealed partial class ImportJobCard(ImportJobs jobs, IStringLocalizer<PurchasesText> texts)
    : ComponentBase,
        IDisposable
{
    private string? _error;
    private ImportJobState _shown;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required ImportJob Job { get; set; }

    /// <summary>The job has reached another state, or is gone.</summary>
    [Parameter]
    public EventCallback Moved { get; set; }

    private IStringLocalizer L => texts;

    private string Title =>
        Job.State switch
        {
            ImportJobState.Mapping => L["JobMapping", Job.FileName],
            ImportJobState.Checking => L["JobChecking", Job.FileName],
            ImportJobState.Checked => L["JobChecked", Job.FileName],
            ImportJobState.Storing => L["JobStoring", Job.FileName],
            ImportJobState.Done when Job.Report is { IsStored: true } => L["JobDone", Job.FileName],
            ImportJobState.Done or ImportJobState.Failed => L["JobRefused", Job.FileName],
            ImportJobState.Cancelled => L["JobCancelled", Job.FileName],
        };

    private string Percent =>
        ((int)((Job.Progress?.Share ?? 0) * 100)).ToString(CultureInfo.InvariantCulture);

    public void Dispose() => Job.Changed -= OnChanged;

    // The job may have moved on between the drawing and the subscription, and nobody would tell again: so
    // the page is told once, whatever happened.
    protected override Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return Task.CompletedTask;
        Job.Changed += OnChanged;
        _shown = Job.State;
        return Moved.InvokeAsync();
    }

    private void OnChanged(object? sender, EventArgs e) =>
        _ = InvokeAsync(async () =>
        {
            StateHasChanged();
            if (_shown == Job.State)
                return;
            _shown = Job.State;
            await Moved.InvokeAsync();
        });

    private string ProgressText(ImportProgress progress)
    {
        var text = L.Plural("RowsAndRate", progress.Rows, Display.Count((long)progress.RowsPerSecond));
        return progress.TimeLeft is { } left ? $"{text} · {TimeLeft(left)}" : text;
    }

    private string TimeLeft(TimeSpan left) =>
        left < TimeSpan.FromSeconds(90)
            ? L.Plural("SecondsLeft", Math.Max(1, (long)left.TotalSeconds))
            : L.Plural("MinutesLeft", (long)Math.Ceiling(left.TotalMinutes));

    private async Task ReconsiderAsync()
    {
        var result = jobs.Reconsider(Access, Job);
        Show(result);
        if (result.IsSuccess)
            await Moved.InvokeAsync();
    }

    private async Task StoreAsync(bool goodRowsOnly) =>
        Show(await jobs.StoreAsync(Access, Job, goodRowsOnly, CancellationToken.None));

    private async Task EndAsync()
    {
        var running = Job.IsRunning;
        Show(await jobs.EndAsync(Access, Job, CancellationToken.None));
        if (!running && _error is null)
            await Moved.InvokeAsync();
    }

    private void Show(Result<ImportJob> result) =>
        _error = result.IsSuccess ? null : L.Explain(result.Errors[0]);
}
