using System.Text;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

public sealed class CdnowImportTests : IDisposable
{
    private const string Header = " customer_id  date number_of_cds  dollar_value\r\n";

    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Import_WholeFile_HasThePublishedTotals()
    {
        var seller = await _desk.AddSellerAsync("cdnow", "America/New_York");
        await using var content = File.OpenRead(OnlineRetailImport.PathOf("CDNOW_master.txt.gz"));
        var report = (
            await _desk.ImportAsync(seller, content, PurchaseLayout.Cdnow, "CDNOW_master.txt.gz")
        ).Value;
        Assert.Equal((69_659, 69_659, 0), (report.RowsRead, report.LinesAdded, report.ErrorRows));
        Assert.Equal(23_570, report.BuyersAdded);
        Assert.Equal(Money.FromDecimal(2_500_315.63m), report.Total);
        Assert.Equal(new DayRange(DayNumber.Of(1997, 1, 1), DayNumber.Of(1998, 6, 30)), report.Period);
        // A snapshot holds what the ledger holds.
        var snapshot = await _desk.Snapshots().GetWholeAsync(seller.Id, default);
        Assert.Equal((69_659, 23_570), (snapshot.LineCount, snapshot.Columns.BuyerCount));
        Assert.True(snapshot.Columns.Buyers.TryFind(new BuyerId("00002"), out var buyer));
        var lines = snapshot.Columns.LinesOf(buyer);
        Assert.Equal(2, lines.Count);
        Assert.Equal(
            [Money.FromUnits(12), Money.FromUnits(77)],
            [lines.Net(0, PriceBase.PricePaid), lines.Net(1, PriceBase.PricePaid)]
        );
    }

    [Fact]
    public async Task Import_Sample_HasTheReferenceTotals()
    {
        var seller = await _desk.AddSellerAsync("sample", "America/New_York");
        await using var content = File.OpenRead(
            Path.Combine(AppContext.BaseDirectory, "Golden", "CDNOW_sample.txt.gz")
        );
        var report = (
            await _desk.ImportAsync(seller, content, PurchaseLayout.CdnowSample, "CDNOW_sample.txt.gz")
        ).Value;
        // cdnow_reference.json: sample.
        Assert.Equal((6919, 6919, 0), (report.RowsRead, report.LinesAdded, report.ErrorRows));
        Assert.Equal(2357, report.BuyersAdded);
        Assert.Equal(Money.FromDecimal(244_091.94m), report.Total);
        Assert.Equal(8, report.Findings.Single(f => f.Kind == FindingKind.ZeroPrice).Count);
        Assert.Equal(new DayRange(DayNumber.Of(1997, 1, 1), DayNumber.Of(1998, 6, 30)), report.Period);
        var snapshot = await _desk.Snapshots().GetWholeAsync(seller.Id, default);
        Assert.True(snapshot.Columns.Buyers.TryFind(new BuyerId("00004"), out _));
    }

    [Fact]
    public async Task Import_LinesEndInLineFeedsOnly_AreReadAllTheSame()
    {
        var seller = await _desk.AddSellerAsync();
        var text = (Header + " 00001 19970101  1   11.77\r\n 00002 19970112  1   12.00\r\n").Replace(
            "\r\n",
            "\n",
            StringComparison.Ordinal
        );

        var report = (await _desk.ImportAsync(seller, text, PurchaseLayout.Cdnow)).Value;

        Assert.Equal((2, 2, 0), (report.RowsRead, report.LinesAdded, report.ErrorRows));
    }

    [Fact]
    public async Task Import_AlikePurchasesOfADay_AreTwoEachTime()
    {
        var seller = await _desk.AddSellerAsync();
        var text = Header + " 00001 19970101  1   11.77\r\n 00001 19970101  1   11.77\r\n";
        var first = (await ImportAsync(text)).Value;
        Assert.Equal((2, 0), (first.LinesAdded, first.LinesAlreadyThere));
        Assert.Equal("3", first.Findings.Single(f => f.Kind == FindingKind.RepeatedLine).Rows);
        var again = (await ImportAsync(text)).Value;
        Assert.Equal((0, 2), (again.LinesAdded, again.LinesAlreadyThere));

        Task<Result<ImportReport>> ImportAsync(string file) =>
            _desk.ImportAsync(seller, Encoding.UTF8.GetBytes(file), PurchaseLayout.Cdnow);
    }

    [Theory]
    [InlineData("00001 19970231 1 11.77", "date", RowErrorReason.NotADate)]
    [InlineData("00001 19970201 0 11.77", "number_of_cds", RowErrorReason.Zero)]
    [InlineData("00001 19970201 1 -11.77", "dollar_value", RowErrorReason.Negative)]
    [InlineData("00001 19970201 1", "", RowErrorReason.WrongFieldCount)]
    [InlineData("00001 19970201 1 11.77 x y", "", RowErrorReason.WrongFieldCount)]
    public async Task Import_WrongRow_IsRefused(string row, string column, RowErrorReason reason)
    {
        var seller = await _desk.AddSellerAsync();
        var report = (
            await _desk.ImportAsync(
                seller,
                Encoding.UTF8.GetBytes(Header + row + "\r\n"),
                PurchaseLayout.Cdnow
            )
        ).Value;
        var error = Assert.Single(report.Errors);
        Assert.Equal((2, column, reason), (error.Row, error.Column, error.Reason));
        Assert.Null(await _desk.Ledger.FindHeadAsync(seller.Id, default));
    }
}
