using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Features.Reports.Excel;

namespace SellerLoyaltyPortal.Tests.Features.Reports.Excel;

public sealed class LogWorkbookTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 23, 59, 58, TimeSpan.FromHours(3));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(7, 3)]
    public async Task WriteAsync_RowsOnSheetsOfThree_AreAllThereOnceAndValid(int rows, int sheets)
    {
        using var file = new MemoryStream();

        await new LogWorkbook(Table(rows), mostRows: 3).WriteAsync(file, CancellationToken.None);

        Assert.Empty(WorkbookReading.Problems(file));
        var read = WorkbookReading.Sheets(file);
        Assert.Equal(
            Enumerable.Range(1, sheets).Select(n => n == 1 ? "Log & more" : $"Log & more {n}"),
            read.Keys
        );
        Assert.All(read.Values, sheet => Assert.Equal(["When", "What", "Whom"], sheet[0]));
        Assert.Equal(
            Enumerable.Range(0, rows).Select(n => (Start.UtcDateTime.AddSeconds(n), $"={n}+1")),
            read.Values.SelectMany(s => s.Skip(1)).Select(r => ((DateTime)r[0]!, (string)r[1]!))
        );
    }

    [Fact]
    public async Task WriteAsync_Cancelled_Stops()
    {
        using var file = new MemoryStream();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new LogWorkbook(Table(2), mostRows: 3).WriteAsync(file, cancelled.Token)
        );
    }

    private static LogTable Table(int rows) =>
        new(
            "Log & more",
            "When",
            [new("What", 20), new("Whom", 10.5)],
            Enumerable
                .Range(0, rows)
                .Select(n => new LogRow(Start.AddSeconds(n), [$"={n}+1", null]))
                .ToAsyncEnumerable()
        );
}
