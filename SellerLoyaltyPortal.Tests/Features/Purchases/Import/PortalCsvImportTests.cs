using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using PurchaseLine = SellerLoyaltyPortal.Features.Purchases.PurchaseLine;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

public sealed class PortalCsvImportTests : IDisposable
{
    private const string Header = "line_id,buyer_id,order_id,sku,quantity,list_price,bought_at\n";
    private const string Full =
        "line_id,version,buyer_id,order_id,sku,category,quantity,list_price,seller_price,price_paid,bought_at,returned_at,returned_quantity,loyalty_discount\n";

    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Import_Sample_IsStoredWithItsCorrection()
    {
        var seller = await _desk.AddSellerAsync();
        var report = (await _desk.ImportAsync(seller, PurchaseFormat.Sample)).Value;
        Assert.Equal(
            (4, 3, 1, 0),
            (report.RowsRead, report.LinesAdded, report.LinesCorrected, report.ErrorRows)
        );
        await using var context = _desk.File.ForSeller(seller.Id);
        var current = await context
            .Set<PurchaseLine>()
            .Where(l => l.SupersededBy == null)
            .ToDictionaryAsync(l => l.LineId);
        Assert.Equal((2, Money.FromUnits(450)), (current["L-1001"].Version, current["L-1001"].PaidAmount));
        var plate = current["L-1002"];
        Assert.Equal(Money.FromUnits(900), plate.ListAmount);
        Assert.Equal(Money.FromUnits(810), plate.SellerAmount);
        Assert.Equal(Money.FromUnits(729), plate.PaidAmount);
        Assert.True(plate.WithLoyaltyDiscount);
        var lamp = current["L-1003"];
        Assert.Equal(Money.FromDecimal(3751.5m), lamp.ListAmount);
        Assert.Equal((3, 1), (lamp.Quantity, lamp.ReturnedQuantity));
        Assert.Equal("Lighting", lamp.Category);
        // Noon in Moscow: the date says no hour.
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 9, 0, 0, TimeSpan.Zero), lamp.ReturnedAt);
    }

    [Fact]
    public async Task Import_SameFileTwice_ChangesNothing()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.ImportAsync(seller, PurchaseFormat.Sample);
        var head = await _desk.Ledger.FindHeadAsync(seller.Id, default);
        var again = (await _desk.ImportAsync(seller, PurchaseFormat.Sample)).Value;
        Assert.Equal((0, 0, 4), (again.LinesAdded, again.LinesCorrected, again.LinesAlreadyThere));
        Assert.Equivalent(head, await _desk.Ledger.FindHeadAsync(seller.Id, default));
    }

    [Theory]
    [InlineData("L1,b,o,s,1,10.50,2026-03-01 00:30", "2026-02-28T21:30:00Z")] // Moscow
    [InlineData("L1,b,o,s,1,10.50,2026-03-01T00:30:15.250+05:00", "2026-02-28T19:30:15.250Z")]
    [InlineData("L1,b,o,s,1,10.50,2026-03-01T00:30Z", "2026-03-01T00:30:00Z")]
    [InlineData("L1,b,o,s,1,10.50,2026-03-01", "2026-03-01T09:00:00Z")]
    public async Task Import_BoughtAt_IsLocalUnlessItHasAnOffset(string row, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, null), await BoughtAtAsync(row, "Europe/Moscow"));

    [Theory]
    // Clocks went from 2:00 to 3:00 in New York on 2026-03-08: 2:30 never was; the old offset tells.
    [InlineData("2026-03-08 02:30", "2026-03-08T07:30:00Z")]
    // And back from 2:00 to 1:00 on 2026-11-01: 1:30 was twice; the earlier one.
    [InlineData("2026-11-01 01:30", "2026-11-01T05:30:00Z")]
    [InlineData("2026-11-01", "2026-11-01T17:00:00Z")]
    public async Task Import_ChangeOfClocks_IsDecided(string boughtAt, string utc) =>
        Assert.Equal(
            DateTimeOffset.Parse(utc, null),
            await BoughtAtAsync($"L1,b,o,s,1,10,{boughtAt}", "America/New_York")
        );

    [Theory]
    [InlineData("L1,b,o,s,1,1e3,2026-03-01", "list_price", RowErrorReason.NotANumber)]
    [InlineData("L1,b,o,s,1,\"1,5\",2026-03-01", "list_price", RowErrorReason.NotANumber)]
    [InlineData("L1,b,o,s,1,NaN,2026-03-01", "list_price", RowErrorReason.NotANumber)]
    [InlineData("L1,b,o,s,1,.,2026-03-01", "list_price", RowErrorReason.NotANumber)]
    [InlineData("L1,b,o,s,1,-1,2026-03-01", "list_price", RowErrorReason.Negative)]
    [InlineData("L1,b,o,s,1,1.23456,2026-03-01", "list_price", RowErrorReason.TooManyDecimals)]
    [InlineData("L1,b,o,s,1,99999999999,2026-03-01", "list_price", RowErrorReason.OutOfRange)]
    [InlineData("L1,b,o,s,2000000000,10000000000,2026-03-01", "list_price", RowErrorReason.OutOfRange)]
    [InlineData("L1,b,o,s,1,,2026-03-01", "list_price", RowErrorReason.Missing)]
    [InlineData("L1,b,o,s,0,1,2026-03-01", "quantity", RowErrorReason.Zero)]
    [InlineData("L1,b,o,s,-1,1,2026-03-01", "quantity", RowErrorReason.Negative)]
    [InlineData("L1,b,o,s,1.5,1,2026-03-01", "quantity", RowErrorReason.NotAWholeNumber)]
    [InlineData("L1,b,o,s,99999999999,1,2026-03-01", "quantity", RowErrorReason.OutOfRange)]
    [InlineData("L1,b,o,s,1,1,31.02.2026", "bought_at", RowErrorReason.NotADate)]
    [InlineData("L1,b,o,s,1,1,2026-02-31", "bought_at", RowErrorReason.NotADate)]
    [InlineData("L1,b,o,s,1,1,2026-02-28 25:00", "bought_at", RowErrorReason.NotADate)]
    [InlineData("L1,b,o,s,1,1,2026-02-28T10:00+99:00", "bought_at", RowErrorReason.NotADate)]
    [InlineData("L1,b,o,s,1,1,1026-02-28", "bought_at", RowErrorReason.DateOutOfRange)]
    [InlineData("L1,b,o,s,1,1,2126-02-28", "bought_at", RowErrorReason.DateOutOfRange)]
    [InlineData("L1,b,o,s,1,1,0000-00-00", "bought_at", RowErrorReason.NotADate)]
    [InlineData(",b,o,s,1,1,2026-03-01", "line_id", RowErrorReason.Missing)]
    [InlineData("L1,b,o,,1,1,2026-03-01", "sku", RowErrorReason.Missing)]
    [InlineData("L1,b,o,s,1,1", "", RowErrorReason.WrongFieldCount)]
    [InlineData("L1,b,o,s,1,1,2026-03-01,", "", RowErrorReason.WrongFieldCount)]
    [InlineData("L1,\"b\"x,o,s,1,1,2026-03-01", "", RowErrorReason.BrokenQuotes)]
    [InlineData("L1,b\0,o,s,1,1,2026-03-01", "", RowErrorReason.ControlCharacter)]
    public Task Import_WrongRow_IsRefusedWithItsPlace(string row, string column, RowErrorReason reason) =>
        AssertRefusedAsync(Header + "L0,b,o,s,1,1,2026-03-01\n" + row + "\n", 3, column, reason);

    [Theory]
    [InlineData("L1,0,b,o,s,,1,1,,,2026-03-01,,,", "version", RowErrorReason.Zero)]
    [InlineData(
        "L1,,b,o,s,,1,1,,,2026-03-01,,2,",
        "returned_quantity",
        RowErrorReason.MoreReturnedThanBought
    )]
    [InlineData(
        "L1,,b,o,s,,1,1,,,2026-03-01,2026-03-05,,",
        "returned_at",
        RowErrorReason.ReturnDateWithoutQuantity
    )]
    [InlineData(
        "L1,,b,o,s,,1,1,,,2026-03-05,2026-03-01,1,",
        "returned_at",
        RowErrorReason.ReturnedBeforeBought
    )]
    [InlineData("L1,,b,o,s,,1,1,,,2026-03-01,,,maybe", "loyalty_discount", RowErrorReason.NotYesOrNo)]
    public Task Import_WrongOptionalColumn_IsRefusedWithItsPlace(
        string row,
        string column,
        RowErrorReason reason
    ) => AssertRefusedAsync(Full + row + "\n", 2, column, reason);

    [Theory]
    [InlineData("", "FileIsEmpty")]
    [InlineData(Header, "FileHasNoRows")]
    [InlineData("line_id,buyer_id\nL1,b\n", "FileLacksColumn")]
    [InlineData("line_id,LINE_ID\nL1,b\n", "FileHasColumnTwice")]
    [InlineData("line_id,email\nL1,b\n", "FileHasUnknownColumn")]
    public async Task Import_WrongHeader_RefusesTheFile(string text, string code)
    {
        var seller = await _desk.AddSellerAsync();
        var before = _desk.Dump();
        var result = await _desk.ImportAsync(seller, text);
        Assert.Equal(code, Assert.Single(result.Errors).Code);
        Assert.Equal(before, _desk.Dump());
    }

    [Fact]
    public async Task Import_ManyErrors_CountsAllAndShowsTheFirst()
    {
        _desk.Options.ErrorsShown = 3;
        var seller = await _desk.AddSellerAsync();
        var rows = Enumerable.Range(1, 20).Select(i => $"L{i},b,o,s,{(i is 7 or 8 ? 1 : 0)},1,2026-03-01");
        var report = (await _desk.ImportAsync(seller, Header + string.Join('\n', rows))).Value;
        Assert.Equal((20, 18, 3), (report.RowsRead, report.ErrorRows, report.Errors.Count));
        var group = Assert.Single(report.ErrorGroups);
        Assert.Equal(
            ("quantity", RowErrorReason.Zero, 18, "2-7, 10-21"),
            (group.Column, group.Reason, group.Count, group.Rows)
        );
        Assert.False(report.IsStored);
    }

    [Fact]
    public async Task Import_RowWithoutBuyer_IsLeftOut()
    {
        var seller = await _desk.AddSellerAsync();
        var report = (
            await _desk.ImportAsync(seller, Header + "L1,,o,s,1,1,2026-03-01\n\nL2,b,o,s,1,0,2026-03-01\n")
        ).Value;
        Assert.Equal((2, 1, 1), (report.RowsRead, report.LinesAdded, report.RowsLeftOut));
        Assert.Equal("2", report.Findings.Single(f => f.Kind == FindingKind.NoBuyer).Rows);
        // Blank rows count as in a spreadsheet program.
        Assert.Equal("4", report.Findings.Single(f => f.Kind == FindingKind.ZeroPrice).Rows);
    }

    [Fact]
    public async Task Import_ConflictingLine_RefusesTheFile()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.ImportAsync(seller, Header + "L1,b,o,s,1,1,2026-03-01\n");
        var before = _desk.Dump();
        var report = (
            await _desk.ImportAsync(seller, Header + "L2,b,o,s,1,1,2026-03-01\nL1,b,o,s,1,2,2026-03-01\n")
        ).Value;
        Assert.Equal(
            (3, RowErrorReason.Conflict, "L1"),
            (report.Errors[0].Row, report.Errors[0].Reason, report.Errors[0].Value)
        );
        Assert.Equal(before, _desk.Dump());
    }

    [Fact]
    public async Task Import_CancelledHalfway_LeavesNothing()
    {
        var seller = await _desk.AddSellerAsync();
        var before = _desk.Dump();
        var rows = Enumerable.Range(1, 20_000).Select(i => $"L{i},b{i},o,s,1,1,2026-03-01");
        using var cancellation = new CancellationTokenSource();
        var progress = new Cancelling(cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _desk.ImportAsync(
                seller,
                System.Text.Encoding.UTF8.GetBytes(Header + string.Join('\n', rows)),
                progress: progress,
                cancellation: cancellation.Token
            )
        );
        Assert.InRange(progress.Rows, 1, 19_999);
        Assert.Equal(before, _desk.Dump());
    }

    [Fact]
    public async Task Import_CheckOnly_SaysWhatStoringWouldDoAndStoresNothing()
    {
        var seller = await _desk.AddSellerAsync();
        await _desk.ImportAsync(seller, Header + "L1,b,o,s,1,1,2026-03-01\nL2,b,o,s,1,1,2026-03-01\n");
        var before = _desk.Dump();
        var text =
            Full
            + "L1,2,b,o,s,,1,3,,,2026-03-01,,,\n" // corrects
            + "L2,1,b,o,s,,1,1,,,2026-03-01,,,\n" // is there
            + "L3,1,c,o,s,,1,1,,,2026-03-01,,,\n" // new, by a new buyer
            + "L3,1,c,o,s,,1,1,,,2026-03-01,,,\n" // twice in the file
            + "L3,1,c,o,s,,1,9,,,2026-03-01,,,\n" // and once more, otherwise
            + "L2,1,b,o,s,,1,7,,,2026-03-01,,,\n"; // conflicts with what is stored
        var check = (await _desk.ImportAsync(seller, text, mode: ImportMode.Check)).Value;
        Assert.Equal(
            (1, 1, 2, 1),
            (check.LinesAdded, check.LinesCorrected, check.LinesAlreadyThere, check.BuyersAdded)
        );
        Assert.Equal("6-7", Assert.Single(check.ErrorGroups).Rows);
        Assert.Equal(before, _desk.Dump());
        var stored = (await _desk.ImportAsync(seller, text, mode: ImportMode.GoodRows)).Value;
        Assert.Equivalent(check with { Mode = ImportMode.GoodRows, Took = stored.Took }, stored);
        Assert.True(stored.IsStored);
        var head = await _desk.Ledger.FindHeadAsync(seller.Id, default);
        Assert.Equal((4, 3, 2), (head!.Sequence, head.CurrentLines, head.Buyers));
    }

    private async Task<DateTimeOffset> BoughtAtAsync(string row, string zone)
    {
        var seller = await _desk.AddSellerAsync(timeZone: zone);
        Assert.True((await _desk.ImportAsync(seller, Header + row + "\n")).Value.IsStored);
        await using var context = _desk.File.ForSeller(seller.Id);
        return (await context.Set<PurchaseLine>().SingleAsync()).BoughtAt;
    }

    private async Task AssertRefusedAsync(string text, long row, string column, RowErrorReason reason)
    {
        var seller = await _desk.AddSellerAsync();
        var before = _desk.Dump();
        var report = (await _desk.ImportAsync(seller, text)).Value;
        Assert.False(report.IsStored);
        var error = Assert.Single(report.Errors);
        Assert.Equal((row, column, reason), (error.Row, error.Column, error.Reason));
        Assert.Equal(before, _desk.Dump());
    }

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public long Rows { get; private set; }

        public void Report(ImportProgress value)
        {
            Rows = value.Rows;
            source.Cancel();
        }
    }
}
