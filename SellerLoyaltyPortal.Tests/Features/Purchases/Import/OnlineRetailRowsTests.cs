using System.Text;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

/// <summary>Single rows of the layout; the whole files stand in <see cref="OnlineRetailImportTests"/>.</summary>
public sealed class OnlineRetailRowsTests : IDisposable
{
    private const string Header =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Import_Cancellation_CountsNegativeOnItsOwnDay()
    {
        var report = await ImportAsync(
            "536365,85123A,X,6,2010-12-01 08:26:00,2.55,17850,UK",
            "C536379,85123A,X,-1,2010-12-03 09:41:00,2.55,17850,UK"
        );
        Assert.Equal(2, report.LinesAdded);
        Assert.Equal(Money.FromDecimal(12.75m), report.Total);
        Assert.Equal("3", report.Findings.Single(f => f.Kind == FindingKind.Cancellation).Rows);
    }

    [Theory]
    [InlineData("536365,A,X,-6,2010-12-01 08:26:00,2.55,1,UK", RowErrorReason.NegativeWithoutCancellation)]
    [InlineData("C36365,A,X,6,2010-12-01 08:26:00,2.55,1,UK", RowErrorReason.CancellationNotNegative)]
    [InlineData("A36365,A,X,1,2010-12-01 08:26:00,-2.55,1,UK", RowErrorReason.Negative)]
    [InlineData("536365,A,X,0,2010-12-01 08:26:00,2.55,1,UK", RowErrorReason.Zero)]
    [InlineData("536365,A,X,1,12/1/2010 8:26,2.55,1,UK", RowErrorReason.NotADate)]
    public async Task Import_OddRowWithABuyer_IsRefused(string row, RowErrorReason reason)
    {
        var report = await ImportAsync(row);
        Assert.Equal(reason, Assert.Single(report.Errors).Reason);
    }

    [Fact]
    public async Task Import_OtherSpelling_GivesTheSameLines()
    {
        var seller = await _desk.AddSellerAsync();
        const string Row = "536365,85123A,X,6,2010-12-01 08:26:00,2.55,17850,UK\n";
        await _desk.ImportAsync(seller, Encoding.UTF8.GetBytes(Header + Row), PurchaseLayout.OnlineRetail);
        const string Other =
            "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
            + "536365,85123A,other words,6,2010-12-01 08:26:00,2.550,17850.0,UK\n";
        var report = (
            await _desk.ImportAsync(seller, Encoding.UTF8.GetBytes(Other), PurchaseLayout.OnlineRetail)
        ).Value;
        Assert.Equal((0, 1), (report.LinesAdded, report.LinesAlreadyThere));
    }

    [Fact]
    public async Task Import_LinesInAnotherOrder_AreTheSameLines()
    {
        var seller = await _desk.AddSellerAsync();
        string[] rows =
        [
            "1,A,X,1,2010-12-01 08:26:00,2.55,7,UK",
            "2,B,X,1,2010-12-01 08:26:00,2.55,7,UK",
            "1,A,X,1,2010-12-01 08:26:00,2.55,7,UK",
            "1,B,X,1,2010-12-01 08:26:00,2.55,7,UK",
        ];
        var first = await ImportAsync(seller, rows);
        var second = await ImportAsync(seller, [.. rows.Reverse(), "1,A,X,1,2010-12-01 08:26:00,2.55,7,UK"]);
        Assert.Equal((4, 1), (first.LinesAdded, second.LinesAdded));
    }

    [Fact]
    public async Task Import_FileOfAnotherLayout_IsRefused()
    {
        var seller = await _desk.AddSellerAsync();
        var result = await _desk.ImportAsync(seller, PurchaseFormat.Sample, PurchaseLayout.OnlineRetail);
        Assert.Equal("FileHasAnotherHeader", Assert.Single(result.Errors).Code);
    }

    private async Task<ImportReport> ImportAsync(params string[] rows) =>
        await ImportAsync(await _desk.AddSellerAsync(timeZone: "Europe/London"), rows);

    private async Task<ImportReport> ImportAsync(
        SellerLoyaltyPortal.Features.Accounts.Seller seller,
        string[] rows
    ) =>
        (
            await _desk.ImportAsync(
                seller,
                Encoding.UTF8.GetBytes(Header + string.Join('\n', rows)),
                PurchaseLayout.OnlineRetail
            )
        ).Value;
}
