using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Reports.Pages;

/// <summary>The workbooks that are made in the background: how far each is, and the finished ones.</summary>
public sealed partial class ReportExportList(
    ReportExports exports,
    ReportCatalog catalog,
    ReportWords words,
    IOptions<ReportsOptions> options,
    IStringLocalizer<ReportsText> texts
) : ComponentBase, IDisposable
{
    private IReadOnlyList<ReportExportRow>? _exports;
    private string? _error;
    private bool _isAsking;
    private bool _askAgain;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    private IStringLocalizer<ReportsText> L => texts;

    public async Task LoadAsync()
    {
        _exports = await exports.ListAsync(Access, CancellationToken.None);
        StateHasChanged();
    }

    public void Dispose() => exports.Changed -= OnChanged;

    protected override async Task OnInitializedAsync() => await LoadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        exports.Changed += OnChanged;
        // Something may have moved between the first look and the subscription.
        await LoadAsync();
    }

    private void OnChanged(object? sender, ReportExportEventArgs change)
    {
        if (change.SellerId == Access.SellerId)
            _ = InvokeAsync(FollowAsync);
    }

    // A fast writer tells faster than the list is read: what comes meanwhile is one more look, not many.
    private async Task FollowAsync()
    {
        _askAgain = true;
        if (_isAsking)
            return;
        _isAsking = true;
        try
        {
            while (_askAgain)
            {
                _askAgain = false;
                await LoadAsync();
            }
        }
        finally
        {
            _isAsking = false;
        }
    }

    private async Task CancelAsync(ReportExportRow export)
    {
        var result = await exports.CancelAsync(Access, export.Id, CancellationToken.None);
        _error = result.IsSuccess ? null : L.Explain(result.Errors[0]);
    }

    private string NameOf(ReportExportRow export) =>
        catalog.Find(export.Report) is { } definition ? words.Report(definition) : export.Report;

    private static string PercentOf(ReportExportRow export) =>
        (export.Rows > 0 ? (export.RowsWritten ?? 0) * 100 / export.Rows : 0).ToString(
            CultureInfo.InvariantCulture
        );

    private string ProgressText(ReportExportRow export) =>
        export.RowsWritten is { } written
            ? L["RowsWritten", Display.Count(written), Display.Count(export.Rows)]
            : L["WaitsForItsTurn"];

    private string SizeOf(ReportExportRow export) =>
        L["Megabytes", Display.Fixed(Math.Max(export.Bytes / 1e6, 0.1))];
}
