using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class SellerDaysTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(0, false)]
    [InlineData(30, false)]
    [InlineData(31, true)]
    [InlineData(-3, false)]
    public async Task GetAsync_LastPurchase_DecidesTheAsOfDay(int daysAgo, bool old)
    {
        var seller = await _desk.AddSellerAsync();
        var at = _desk.Clock.GetUtcNow().AddDays(-daysAgo);
        await _desk.Ledger.AppendAsync(seller.Id, [ANewLine.Of() with { BoughtAt = at }], default);
        var day = await new SellerDays(_desk.Ledger, _desk.Clock).GetAsync(AnAccess.To(seller), default);
        var today = BusinessCalendar.Of(seller.TimeZoneId).DayOf(_desk.Clock.GetUtcNow());
        Assert.Equal(today, day.Today);
        Assert.Equal(old ? today - daysAgo : today, day.DefaultAsOf);
        Assert.Equal(old, day.IsLedgerOld);
        Assert.Null(day.OriginalPeriod);
    }

    [Theory]
    [InlineData(0, 365)]
    // Purchases that lie ahead of the clock are looked at as well.
    [InlineData(10, 375)]
    public void AsOf_FarAhead_IsTheLastDayThatIsAskedFor(int lastPurchase, int latest)
    {
        var today = DayNumber.Of(2026, 1, 15);
        var day = new SellerDay(today, today, new DayRange(today - 100, today + lastPurchase), null);

        Assert.Equal(today + latest, day.AsOf(DayNumber.Of(2999, 1, 1)));
        Assert.Equal(today + latest, day.AsOf(today + latest));
        Assert.Equal(today - 7, day.AsOf(today - 7));
        Assert.Equal(today, day.AsOf(null));
    }

    [Fact]
    public async Task GetAsync_EmptyLedger_IsToday()
    {
        var seller = await _desk.AddSellerAsync();
        var day = await new SellerDays(_desk.Ledger, _desk.Clock).GetAsync(AnAccess.To(seller), default);
        Assert.Equal(day.Today, day.DefaultAsOf);
        Assert.Null(day.Ledger);
    }
}
