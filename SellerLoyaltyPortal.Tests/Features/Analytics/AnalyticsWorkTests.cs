using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

public sealed class AnalyticsWorkTests : IDisposable
{
    private readonly PortalWebFactory _portal = new();
    private readonly ManualResetEventSlim _never = new();
    private int _started;
    private int _ended;

    [Fact]
    public async Task Constructor_WhileEveryPlaceOfTheAnalyticsIsTaken_AnswersAndLeavingEndsTheWork()
    {
        var seller = await _portal.AddSellerAsync("shop", "USD", "America/New_York");
        using var person = await _portal.SignedInAsync(
            await _portal.AddMemberAsync(seller, SellerRole.Owner)
        );
        await CdnowImport.RunAsync(_portal, seller);
        using var leaving = new CancellationTokenSource();
        var heavy = TakeEveryPlace(leaving.Token);
        while (Volatile.Read(ref _started) < heavy.Count)
            await Task.Yield();

        // Another seller's person moves the slider: a request for another threshold and discount.
        var html = await person.GetStringAsync(
            new Uri("/sellers/shop/constructor?asOf=1998-06-30&threshold=2000&discount=7", UriKind.Relative)
        );

        Assert.Contains("class=\"headline\"", html, StringComparison.Ordinal);
        Assert.Equal(0, Volatile.Read(ref _ended));
        Assert.All(heavy, work => Assert.False(work.IsCompleted));

        // Whoever asked for the heavy work leaves the page.
        await leaving.CancelAsync();
        foreach (var work in heavy)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        var linger = _portal.Services.GetRequiredService<IOptions<AnalyticsOptions>>().Value.LingerSeconds;
        _portal.Clock.Advance(TimeSpan.FromSeconds(linger));
        while (Volatile.Read(ref _ended) < heavy.Count)
            await Task.Yield();
    }

    public void Dispose()
    {
        _portal.Dispose();
        _never.Dispose();
    }

    // As many passes and forecasts as may run at a time, each busy until nobody waits for it any more.
    private List<Task<int>> TakeEveryPlace(CancellationToken leaving)
    {
        var work = _portal.Services.GetRequiredService<AnalyticsWork>();
        var forecasts = _portal
            .Services.GetRequiredService<IOptions<AnalyticsOptions>>()
            .Value.BackgroundSlots;
        var passes = Math.Max(1, Environment.ProcessorCount / 2);
        return
        [
            .. Enumerable
                .Range(0, passes)
                .Select(i => work.PassAsync(("pass", i), Busy, progress: null, leaving)),
            .. Enumerable
                .Range(0, forecasts)
                .Select(i => work.FitAsync(("fit", i), (_, token) => Busy(token), progress: null, leaving)),
        ];
    }

    private int Busy(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _started);
        try
        {
            _never.Wait(cancellation);
            return 1;
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }
}
