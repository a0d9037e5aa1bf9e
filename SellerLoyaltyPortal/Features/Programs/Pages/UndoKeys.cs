using Microsoft.JSInterop;
using SellerLoyaltyPortal.Components.Inputs;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Ctrl+Z and Ctrl+Shift+Z (⌘ on a Mac) on the constructor's page, outside fields that have their own.</summary>
public sealed class UndoKeys : IAsyncDisposable
{
    private readonly Func<Task> _undo;
    private readonly Func<Task> _redo;
    private readonly DotNetObjectReference<UndoKeys> _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _attached;

    private UndoKeys(Func<Task> undo, Func<Task> redo)
    {
        (_undo, _redo) = (undo, redo);
        _self = DotNetObjectReference.Create(this);
    }

    /// <param name="js">Of the page's circuit.</param>
    /// <param name="script">Address of the page's script.</param>
    /// <param name="undo">Called on Ctrl+Z.</param>
    /// <param name="redo">Called on Ctrl+Shift+Z.</param>
    public static async Task<UndoKeys> AttachAsync(
        IJSRuntime js,
        string script,
        Func<Task> undo,
        Func<Task> redo
    )
    {
        var keys = new UndoKeys(undo, redo);
        keys._module = await js.InvokeAsync<IJSObjectReference>("import", "./" + script);
        keys._attached = await keys._module.InvokeAsync<IJSObjectReference>("attach", keys._self);
        return keys;
    }

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public Task UndoAsync() => _undo();

    /// <summary>Called by the browser.</summary>
    [JSInvokable]
    public Task RedoAsync() => _redo();

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_attached is not null)
            {
                await _attached.InvokeVoidAsync("dispose");
                await _attached.DisposeAsync();
            }
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (Exception gone) when (BrowserGone.Is(gone))
        {
            // The browser has gone, and what was there with it.
        }
        _self.Dispose();
    }
}
