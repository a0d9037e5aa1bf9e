using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>What a unit leaves, to be tried beside the offer: everything is counted with it at once, stored only when an owner says so.</summary>
public sealed partial class UnitTrialCard(SaveUnitEconomics saveUnitEconomics) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private Error? _error;
    private bool _busy;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required UnitTrial Trial { get; set; }

    [Parameter, EditorRequired]
    public required Percent Discount { get; set; }

    /// <summary>The shares are others now, or stored.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    private UnitMargins Margins => UnitMargins.Of(Trial.Unit, Discount);

    private string Limit => Margins.LimitDiscount is { } limit and > 0 ? Display.Share((double)limit) : "–";

    private IReadOnlyList<(string, string)> Shares =>
        [
            ("d", Display.Percentage(Discount)),
            ("k", Display.Percentage(Trial.Unit.Commission)),
            ("c", Display.Percentage(Trial.Unit.OptionCommission)),
            ("v", Display.Percentage(Trial.Unit.UnitCost)),
            ("m0", Display.Share((double)Margins.Before)),
            ("m1", Display.Share((double)Margins.After)),
        ];

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private Task TypeAsync(string field, string? text)
    {
        _error = null;
        return Trial.Type(field, text) ? Changed.InvokeAsync() : Task.CompletedTask;
    }

    private Task ResetAsync()
    {
        _error = null;
        Trial.Reset();
        return Changed.InvokeAsync();
    }

    private async Task KeepAsync()
    {
        _busy = true;
        try
        {
            var stored = await saveUnitEconomics.RunAsync(
                Access,
                Trial.Stored with
                {
                    Unit = Trial.Unit,
                },
                _leaving.Token
            );
            _error = stored.Errors is [var first, ..] ? first : null;
            if (!stored.TryGet(out var saved))
                return;
            Trial.Store(saved);
            await Changed.InvokeAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The person has left the page; what was under way is stored or not, as a whole.
        }
        finally
        {
            _busy = false;
        }
    }
}
