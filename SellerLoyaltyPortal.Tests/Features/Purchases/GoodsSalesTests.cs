using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class GoodsSalesTests
{
    [Fact]
    public async Task Between_SalesReturnsCorrections_AreWhatWasKept()
    {
        using var desk = await ProgramDesk.OpenAsync(
            "Europe/London",
            new DateTimeOffset(2026, 4, 1, 9, 0, 0, default)
        );
        var other = await desk.AddSellerAsync("other");
        var day = DayNumber.Of(2026, 3, 28);
        await StoreAsync(desk, Line("1", "a", 2, 200, day), Line("2", "a", 1, 110, day + 1));
        // Of four pieces one came back; a correction of the first line sold three.
        await StoreAsync(
            desk,
            Line("3", "b", 4, 100, day + 1) with
            {
                ReturnedQuantity = 1,
                ReturnedAt = desk.Clock.GetUtcNow(),
            }
        );
        await StoreAsync(desk, Line("1", "a", 3, 330, day) with { Version = 2 });
        await StoreAsync(desk, Line("4", "b", -1, -20, day + 1));
        await StoreAsync(desk, Line("5", "a", 9, 999, day - 1), Line("6", "a", 9, 999, day + 2));
        await desk.Ledger.AppendAsync(other.SellerId, [Line("1", "a", 5, 5_000, day)], default);

        var sold = await new GoodsSales(desk.Contexts, desk.Snapshots).BetweenAsync(
            desk.Owner,
            new DayRange(day, day + 1),
            CancellationToken.None
        );

        Assert.Equal(
            [new GoodsSold("a", 4, Money.FromUnits(440)), new GoodsSold("b", 2, Money.FromUnits(55))],
            sold
        );
    }

    [Fact]
    public async Task Between_AskedAgain_IsKeptWithTheLedgerInItsRoomUntilItGrows()
    {
        using var desk = await ProgramDesk.OpenAsync("Europe/London");
        var day = DayNumber.Of(2026, 3, 28);
        await StoreAsync(desk, Line("1", "a", 2, 200, day));
        var sales = new GoodsSales(desk.Contexts, desk.Snapshots);
        await desk.Snapshots.GetWholeAsync(desk.Owner.SellerId, CancellationToken.None);
        var bytes = desk.Snapshots.Bytes;
        var first = await SoldAsync();
        Assert.True(desk.Snapshots.Bytes > bytes);
        Assert.Same(first, await SoldAsync());
        Assert.NotSame(
            first,
            await sales.BetweenAsync(desk.Owner, new DayRange(day - 1, day), CancellationToken.None)
        );

        await StoreAsync(desk, Line("2", "a", 1, 50, day));

        Assert.Equal([new GoodsSold("a", 3, Money.FromUnits(250))], await SoldAsync());

        Task<IReadOnlyList<GoodsSold>> SoldAsync() =>
            sales.BetweenAsync(desk.Owner, new DayRange(day, day), CancellationToken.None);
    }

    private static Task<IReadOnlyList<AppendOutcome>> StoreAsync(
        ProgramDesk desk,
        params NewPurchaseLine[] lines
    ) => desk.Ledger.AppendAsync(desk.Owner.SellerId, lines, CancellationToken.None);

    private static NewPurchaseLine Line(string id, string sku, int quantity, int amount, DayNumber day) =>
        new()
        {
            Buyer = new BuyerId("buyer"),
            LineId = id,
            OrderId = id,
            Sku = sku,
            Quantity = quantity,
            ListAmount = Money.FromUnits(amount),
            SellerAmount = Money.FromUnits(amount),
            PaidAmount = Money.FromUnits(amount),
            // In the last hour of the day: the zone's midnight decides, also in the night of the change of clocks.
            BoughtAt = BusinessCalendar.Of("Europe/London").StartOf(day + 1).AddMinutes(-1),
        };
}
