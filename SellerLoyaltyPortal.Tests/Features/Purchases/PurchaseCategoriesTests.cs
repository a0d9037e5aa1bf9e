using System.Globalization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class PurchaseCategoriesTests : IDisposable
{
    private static readonly DayNumber AsOf = DayNumber.Of(2026, 1, 10);

    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task BuyersAsync_ReturnedLaterOrOtherwise_AreThoseWhoKeptSome()
    {
        var (access, snapshots) = await BuyAsync([
            Of("L1", "kept", "Tea"),
            Of("L2", "other", "Coffee"),
            Of("L3", "returned", "Tea") with
            {
                ReturnedQuantity = 1,
            },
            Of("L4", "later", "Tea") with
            {
                BoughtAt = new DateTimeOffset(2026, 1, 11, 9, 0, 0, TimeSpan.Zero),
            },
        ]);
        var snapshot = await snapshots.GetWholeAsync(access.SellerId, default);
        var categories = _desk.Categories(snapshots);
        Assert.Equal(["Coffee", "Tea"], await categories.ListAsync(access, snapshot, default));
        Assert.Equal(
            ["kept"],
            Named(snapshot, await categories.BuyersAsync(access, snapshot, "Tea", AsOf, default))
        );
        Assert.Equal(
            ["kept", "later"],
            Named(snapshot, await categories.BuyersAsync(access, snapshot, "Tea", AsOf + 1, default))
        );
    }

    [Fact]
    public async Task BuyersAsync_AskedAgain_IsReadOnceUntilTheLedgerGrows()
    {
        var (access, snapshots) = await BuyAsync([Of("L1", "b1", "Tea")]);
        var categories = _desk.Categories(snapshots);
        var before = await snapshots.GetWholeAsync(access.SellerId, default);
        var first = await categories.BuyersAsync(access, before, "Tea", AsOf, default);
        Assert.Same(first, await categories.BuyersAsync(access, before, "Tea", AsOf, default));

        await _desk.Ledger.AppendAsync(access.SellerId, [Of("L2", "b2", "Tea")], default);
        var after = await snapshots.GetWholeAsync(access.SellerId, default);
        Assert.Equal(
            ["b1", "b2"],
            Named(after, await categories.BuyersAsync(access, after, "Tea", AsOf, default))
        );
        // Who still holds the snapshot from before gets its buyers, and nothing is kept for it.
        var bytes = snapshots.Bytes;
        Assert.Equal(
            ["b1"],
            Named(before, await categories.BuyersAsync(access, before, "Tea", AsOf, default))
        );
        Assert.Equal(bytes, snapshots.Bytes);
    }

    [Fact]
    public async Task BuyersAsync_WhatIsKept_CountsAgainstTheRoomAndGoesWithTheLedger()
    {
        _desk.Options.SnapshotCacheMegabytes = 1;
        var (access, snapshots) = await BuyAsync(Many(6_000, buyers: 6_000));
        var categories = _desk.Categories(snapshots);
        var snapshot = await snapshots.GetWholeAsync(access.SellerId, default);
        var alone = snapshots.Bytes;
        var first = await categories.BuyersAsync(access, snapshot, "Tea", AsOf, default);
        Assert.InRange(snapshots.Bytes - alone, 6_000 / 8, 1_000);

        // Another seller, and dates enough that both do not fit.
        var (other, _) = await BuyAsync(Many(100, buyers: 100), "other");
        await snapshots.GetWholeAsync(other.SellerId, default);
        for (var day = 0; snapshots.Held > 1; day++)
        {
            Assert.InRange(day, 0, 2_000);
            await categories.BuyersAsync(access, snapshot, "Tea", AsOf - day, default);
        }
        Assert.InRange(snapshots.Bytes, alone + 1, 1_048_576);
        // More than fits even alone.
        for (var day = 0; snapshots.Bytes > alone + 1_000; day++)
        {
            Assert.InRange(day, 0, 2_000);
            await categories.BuyersAsync(access, snapshot, "Tea", AsOf + day, default);
            Assert.InRange(snapshots.Bytes, alone, 1_048_576);
        }
        Assert.Same(snapshot, await snapshots.GetWholeAsync(access.SellerId, default));
        var again = await categories.BuyersAsync(access, snapshot, "Tea", AsOf, default);
        Assert.Equal(Named(snapshot, first), Named(snapshot, again));
    }

    private async Task<(SellerAccess Access, LedgerSnapshots Snapshots)> BuyAsync(
        IEnumerable<NewPurchaseLine> lines,
        string slug = "shop"
    )
    {
        var seller = await _desk.AddSellerAsync(slug);
        await _desk.Ledger.AppendAsync(seller.Id, lines, default);
        return (AnAccess.To(seller), _desk.Snapshots());
    }

    private static IEnumerable<NewPurchaseLine> Many(int lines, int buyers) =>
        Enumerable
            .Range(0, lines)
            .Select(n => Of(Name("L", n), Name("b", n % buyers), n % 3 == 0 ? "Tea" : "Coffee"));

    private static string Name(string prefix, int number) =>
        prefix + number.ToString(CultureInfo.InvariantCulture);

    private static NewPurchaseLine Of(string id, string buyer, string category) =>
        ANewLine.Of(id, buyer) with
        {
            Category = category,
        };

    private static IEnumerable<string> Named(LedgerSnapshot snapshot, CategoryBuyers buyers) =>
        Enumerable
            .Range(0, snapshot.Columns.BuyerCount)
            .Where(buyers.Contains)
            .Select(b => snapshot.Columns.Buyers[b].Value);
}
