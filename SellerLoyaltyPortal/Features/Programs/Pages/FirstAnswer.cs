namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// While a page is rendered on the server it waits for its numbers only a moment, then shows that they are coming; a
/// circuit follows and waits for all of it. The ledger of a million buyers is read for seconds after a restart.
/// </summary>
internal static class FirstAnswer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    public static async Task WaitAsync(Task loading, bool isInteractive, TimeProvider clock)
    {
        if (!isInteractive)
        {
            await Task.WhenAny(loading, Task.Delay(Patience, clock));
            if (!loading.IsCompleted)
                return;
        }
        await loading;
    }
}
