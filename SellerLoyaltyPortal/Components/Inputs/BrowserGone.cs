using Microsoft.JSInterop;

namespace SellerLoyaltyPortal.Components.Inputs;

/// <summary>
/// Whether a call of the page's script failed because there is no page any more: the circuit has ended, or the browser no
/// longer answers. Whoever cleans up after themselves there has nothing left to do.
/// </summary>
public static class BrowserGone
{
    public static bool Is(Exception failure) =>
        failure is JSDisconnectedException or OperationCanceledException or ObjectDisposedException;
}
