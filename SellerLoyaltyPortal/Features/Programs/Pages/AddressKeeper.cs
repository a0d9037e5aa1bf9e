using Microsoft.JSInterop;
using SellerLoyaltyPortal.Components.Inputs;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// Passes on the newest of many addresses: the first at once, then at most one every 150 ms, the last one
/// always (browsers refuse an address that is replaced with every move of a slider).
/// </summary>
internal sealed class AddressKeeper : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly Lock _gate = new();
    private readonly Func<string, Task> _replace;
    private readonly ITimer _timer;
    private string? _waiting;
    private bool _pausing;
    private bool _disposed;

    /// <param name="replace">Called on any thread, never twice at once with an older one last.</param>
    /// <param name="clock">Whose timer it waits by.</param>
    public AddressKeeper(Func<string, Task> replace, TimeProvider clock)
    {
        _replace = replace;
        _timer = clock.CreateTimer(
            static keeper => ((AddressKeeper)keeper!).PauseOver(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>Into the browser's address line. The router is not asked: nothing but the address changes.</summary>
    /// <param name="dispatch">The component's own way onto its circuit.</param>
    /// <param name="leaving">Cancelled when the person has left the page, and its address with it.</param>
    public static AddressKeeper Of(
        IJSRuntime js,
        Func<Func<Task>, Task> dispatch,
        TimeProvider clock,
        CancellationToken leaving
    )
    {
        return new(address => dispatch(() => ReplaceAsync(address)), clock);

        async Task ReplaceAsync(string address)
        {
            try
            {
                await js.InvokeVoidAsync("portal.rememberAddress", leaving, address);
            }
            catch (Exception gone) when (BrowserGone.Is(gone))
            {
                // There is no page any more whose address it would be.
            }
        }
    }

    public Task RememberAsync(string address)
    {
        lock (_gate)
        {
            if (_disposed)
                return Task.CompletedTask;
            if (_pausing)
            {
                _waiting = address;
                return Task.CompletedTask;
            }
            _pausing = true;
            _timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
        return _replace(address);
    }

    public void Dispose()
    {
        lock (_gate)
            _disposed = true;
        _timer.Dispose();
    }

    private void PauseOver()
    {
        string? newest;
        lock (_gate)
        {
            newest = _waiting;
            _waiting = null;
            _pausing = newest is not null && !_disposed;
            if (!_pausing)
                return;
            _timer.Change(Pause, Timeout.InfiniteTimeSpan);
        }
        // The page's own errors go to its boundary: it hands in a delegate that does so.
        _ = _replace(newest!);
    }
}
