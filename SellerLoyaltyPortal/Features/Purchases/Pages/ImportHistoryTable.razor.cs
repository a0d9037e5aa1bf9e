using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>Who imported what and when; an owner can take an import back.</summary>
public sealed partial class ImportHistoryTable(UndoImport undo, IStringLocalizer<PurchasesText> texts)
    : ComponentBase
{
    private long? _open;
    private ImportHistoryRow? _asked;
    private bool _undoing;
    private string? _error;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ImportHistoryRow> Rows { get; set; }

    /// <summary>An import was taken back.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private IStringLocalizer L => texts;

    private void Ask(ImportHistoryRow row) => (_asked, _error) = (row, null);

    private async Task UndoAsync(ImportHistoryRow row)
    {
        _undoing = true;
        var undone = await undo.RunAsync(Access, row.Id, CancellationToken.None);
        _undoing = false;
        if (!undone.IsSuccess)
        {
            _error = L.Explain(undone.Errors[0]);
            return;
        }
        _asked = null;
        await Changed.InvokeAsync();
    }
}
