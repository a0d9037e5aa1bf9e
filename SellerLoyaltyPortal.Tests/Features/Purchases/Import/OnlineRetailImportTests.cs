using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

/// <summary>Numbers computed from the files by others' code (online_retail_reference.json).</summary>
public sealed class OnlineRetailImportTests(OnlineRetailImport import) : IClassFixture<OnlineRetailImport>
{
    [Fact]
    public void Import_OriginalFile_CountsEqualTheReference()
    {
        var report = import.Second;
        Assert.True(report.IsStored);
        Assert.Equal(541_909, report.RowsRead);
        Assert.Equal(406_829, report.LinesAdded);
        Assert.Equal(135_080, report.RowsLeftOut);
        Assert.Equal(4372, report.BuyersAdded);
        Assert.Equal(Money.FromDecimal(8_300_065.814m), report.Total);
        Assert.Equal(new DayRange(DayNumber.Of(2010, 12, 1), DayNumber.Of(2011, 12, 9)), report.Period);
    }

    [Theory]
    [InlineData(FindingKind.NoBuyer, 135_080, 135_080)]
    [InlineData(FindingKind.Cancellation, 9288, 9288 - 8905)]
    [InlineData(FindingKind.Adjustment, 3, 3)]
    [InlineData(FindingKind.ZeroPrice, 2515, 2515 - 40)]
    [InlineData(FindingKind.NegativePrice, 2, 2)]
    [InlineData(FindingKind.NegativeQuantity, 10_624 - 9288, 10_624 - 9288)]
    public void Import_OriginalFile_FindingsEqualTheReference(FindingKind kind, long count, long leftOut)
    {
        var finding = import.Second.Findings.Single(f => f.Kind == kind);
        Assert.Equal((count, leftOut), (finding.Count, finding.LeftOut));
    }

    [Fact]
    public void Import_OriginalFile_TellsTheRowsOfAFinding()
    {
        // 1 is the header; the two write-offs follow the correction of the year's bad debt.
        var rows = import.Second.Findings.Single(f => f.Kind == FindingKind.Adjustment).Rows;
        Assert.Equal("299984-299986", rows);
    }

    [Fact]
    public void Import_OriginalFile_CancellationsAddUp()
    {
        var lines = import.AfterSecond.Columns;
        var cancelled = 0L;
        var gross = 0L;
        for (var buyer = 0; buyer < lines.BuyerCount; buyer++)
        for (var i = 0; i < lines.LinesOf(buyer).Count; i++)
        {
            var amount = lines.LinesOf(buyer).Net(i, PriceBase.SellerPrice).TenThousandths;
            (cancelled, gross) = amount < 0 ? (cancelled + amount, gross) : (cancelled, gross + amount);
        }
        Assert.Equal(-611_342.09m, new Money(cancelled).ToDecimal());
        Assert.Equal(8_911_407.904m, new Money(gross).ToDecimal());
    }

    [Fact]
    public void Import_OverlappingFile_AddsEachPurchaseOnce()
    {
        Assert.True(import.First.IsStored);
        Assert.Equal(525_461, import.First.RowsRead);
        // 1,044,847 different lines are in the two files, 809,560 of them with a buyer.
        Assert.Equal(809_560, import.Second.LinesAdded + import.First.LinesAdded);
        Assert.Equal(5942, import.Second.BuyersAdded + import.First.BuyersAdded);
    }

    [Fact]
    public async Task Import_SameFileAgain_ChangesNothing()
    {
        var before = await import.Desk.Ledger.FindHeadAsync(import.Seller.Id, default);
        var again = await import.ImportAsync("online_retail.csv.gz");
        Assert.Equal((0, 0, 406_829), (again.LinesAdded, again.LinesCorrected, again.LinesAlreadyThere));
        Assert.Equivalent(before, await import.Desk.Ledger.FindHeadAsync(import.Seller.Id, default));
    }
}
