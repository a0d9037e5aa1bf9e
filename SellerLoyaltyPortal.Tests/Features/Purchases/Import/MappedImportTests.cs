using System.Text;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Purchases.Mapping;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

/// <summary>Files of other programs, read as the portal proposes without anybody's help.</summary>
public sealed class MappedImportTests : IDisposable
{
    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Import_ShopifyOrders_TakesPaidLinesWithTheOrdersFirstRow()
    {
        var (report, lines) = await ImportAsync(
            "Name,Email,Financial Status,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem discount,Billing Name\n"
                + "#1001,ann@example.org,paid,GBP,2026-02-07 09:50:26 +0200,3,Mask,34.90,39.90,M-1,4.70,Ann Other\n"
                + "#1001,ann@example.org,,,,1,Serum,20.00,,S-1,0.00,\n"
                + "#1002,bob@example.org,voided,GBP,2026-02-08 10:00:00 +0200,1,Mask,34.90,,M-1,0,\n"
                + "#1003,Ann@example.org,partially_refunded,GBP,2026-02-09 10:00:00 +0200,1,Mask,34.90,,M-1,0,\n",
            Currency.Gbp
        );
        Assert.Equal((3, 1, 1L), (lines.Count, report.BuyersAdded, report.RowsLeftOut));
        var mask = lines.Single(l => l.OrderId == "#1001" && l.Sku == "M-1");
        Assert.Equal(Money.FromDecimal(119.70m), mask.ListAmount);
        Assert.Equal(Money.FromDecimal(104.70m), mask.SellerAmount);
        Assert.Equal(Money.FromUnits(100), mask.PaidAmount);
        var serum = lines.Single(l => l.Sku == "S-1");
        Assert.Equal((mask.BoughtAt, Money.FromUnits(20)), (serum.BoughtAt, serum.ListAmount));
        Assert.Equal(
            [FindingKind.OtherStatus, FindingKind.PartlyRefunded],
            report.Findings.Select(f => f.Kind).Order()
        );
    }

    [Fact]
    public async Task Import_WooCommerceOrders_TakesCompletedLines()
    {
        var (report, lines) = await ImportAsync(
            "\"Order Number\",\"Order Status\",\"Order Date\",\"First Name (Billing)\",\"Email (Billing)\",\"Item #\",SKU,Quantity,\"Quantity (- Refund)\",\"Item Cost\"\n"
                + "501,Completed,\"2026-03-01 12:00\",Ann,ann@example.org,1,CUP,3,2,4.50\n"
                + "501,Completed,\"2026-03-01 12:00\",Ann,ann@example.org,2,PLATE,1,0,9\n"
                + "502,Cancelled,\"2026-03-02 12:00\",Bob,bob@example.org,1,CUP,1,1,4.50\n",
            Currency.Gbp
        );
        var line = Assert.Single(lines);
        Assert.Equal((2, Money.FromUnits(9)), (line.Quantity, line.SellerAmount));
        Assert.Equal(2, report.RowsLeftOut);
    }

    [Fact]
    public async Task Import_WooCommerceAnalytics_CountsWholeOrders()
    {
        var (_, lines) = await ImportAsync(
            "Date,\"Order #\",\"Net Sales\",Status,Customer,\"Customer type\",\"Product(s)\",\"Items sold\",\"Coupon(s)\"\n"
                + "\"2026-03-01 12:00:00\",77,45.5,completed,\"Ann Other\",new,\"2× Cup\",2,\n",
            Currency.Gbp
        );
        var line = Assert.Single(lines);
        Assert.Equal((2, Money.FromDecimal(45.5m)), (line.Quantity, line.PaidAmount));
    }

    [Fact]
    public async Task Import_ShopifyOrdersWithAllColumns_IsKnownAndTakesNothingThatNamesAPerson()
    {
        // The header that Shopify's admin exports (Orders, Export, "CSV for Excel"), and one order of it.
        const string Header =
            "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References";
        var names = Header.Split(',');
        var (report, lines) = await ImportAsync(
            Header
                + "\n"
                + Row(
                    ("Name", "#1001"),
                    ("Email", "ann@example.org"),
                    ("Financial Status", "paid"),
                    ("Currency", "GBP"),
                    ("Created at", "2026-02-07 09:50:26 +0200"),
                    ("Lineitem quantity", "2"),
                    ("Lineitem name", "Mask"),
                    ("Lineitem price", "34.90"),
                    ("Lineitem sku", "M-1"),
                    ("Billing Name", "Ann Other"),
                    ("Billing Phone", "'+44 20 7946 0000"),
                    ("Notes", "\"two\nlines\"")
                )
                + Row(
                    ("Name", "#1001"),
                    ("Lineitem quantity", "1"),
                    ("Lineitem name", "Serum"),
                    ("Lineitem price", "20.00"),
                    ("Lineitem sku", "S-1")
                ),
            Currency.Gbp
        );
        Assert.Equal((2, 1, 0L), (lines.Count, report.BuyersAdded, report.ErrorRows));
        Assert.Equal(Money.FromDecimal(89.80m), report.Total);

        string Row(params (string Name, string Value)[] values) =>
            string.Join(',', names.Select(n => values.FirstOrDefault(v => v.Name == n).Value ?? "")) + "\n";
    }

    [Theory]
    [InlineData("Net Sales", ",Attribution", ",Direct")]
    [InlineData("N. Revenue", "", "")]
    public async Task Import_WooCommerceAnalyticsOfNowAndBefore_TakesTheNetTotal(
        string net,
        string more,
        string moreValue
    )
    {
        var (report, lines) = await ImportAsync(
            $"Date,\"Order #\",\"N. Revenue (formatted)\",Status,Customer,\"Customer type\",Product(s),\"Items sold\",Coupon(s),\"{net}\"{more}\n"
                + $"\"2026-03-01 12:00:00\",77,\"£45.50\",completed,\"Ann Other\",new,\"2× Cup\",2,,45.5{moreValue}\n",
            Currency.Gbp
        );
        Assert.Equal(Money.FromDecimal(45.5m), Assert.Single(lines).PaidAmount);
        Assert.Equal(0, report.ErrorRows);
    }

    [Fact]
    public async Task Import_SameFileTwice_ChangesNothing()
    {
        const string Text =
            "заказ;клиент;дата;артикул;кол-во;цена\n1;к1;01.03.2026;А;1;10,5\n1;к1;01.03.2026;А;1;10,5\n;к2;02.03.2026;Б;2;7\n";
        var (first, lines) = await ImportAsync(Text, Currency.Rub);
        Assert.Equal((3, 1), (lines.Count, first.Findings.Count(f => f.Kind == FindingKind.RepeatedLine)));
        var (again, _) = await ImportAsync(Text, Currency.Rub);
        Assert.Equal((0, 3), (again.LinesAdded, again.LinesAlreadyThere));
    }

    [Theory]
    [InlineData("1;b;31.02.2026;1;5;RUB", RowErrorReason.NotADate)]
    [InlineData("1;b;31.12.1969;1;5;RUB", RowErrorReason.DateOutOfRange)]
    [InlineData("1;b;01.06.2027;1;5;RUB", RowErrorReason.DateOutOfRange)]
    [InlineData("1;b;01.03.2026;1;1e999;RUB", RowErrorReason.NotANumber)]
    [InlineData("1;b;01.03.2026;1;1 00,5;RUB", RowErrorReason.NotANumber)]
    [InlineData("1;b;01.03.2026;1;1 0000;RUB", RowErrorReason.NotANumber)]
    [InlineData("1;b;01.03.2026;1;5,00001;RUB", RowErrorReason.TooManyDecimals)]
    [InlineData("1;b;01.03.2026;1;-5;RUB", RowErrorReason.Negative)]
    [InlineData("1;b;01.03.2026;-1;5;RUB", RowErrorReason.Negative)]
    [InlineData("1;b;01.03.2026;1,5;5;RUB", RowErrorReason.NotAWholeNumber)]
    [InlineData("1;b;01.03.2026;1;5;USD", RowErrorReason.OtherCurrency)]
    [InlineData("1;b;01.03.2026;1;5 $;RUB", RowErrorReason.OtherCurrency)]
    [InlineData("1;b@example.org;01.03.2026;1;5;RUB", RowErrorReason.PersonalData)]
    [InlineData("+7 900 123-45-67;b;01.03.2026;1;5;RUB", RowErrorReason.PersonalData)]
    [InlineData("1;b;01.03.2026;1;=1+1;RUB", RowErrorReason.NotANumber)]
    [InlineData("1;b;;1;5;RUB", RowErrorReason.Missing)]
    [InlineData("1;b;01.03.2026;1;;RUB", RowErrorReason.Missing)]
    [InlineData("1;b;01.03.2026;1;5", RowErrorReason.WrongFieldCount)]
    public async Task Import_WrongRow_IsRefusedWithItsReason(string row, RowErrorReason reason)
    {
        var rows = string.Concat(Enumerable.Range(20, 9).Select(i => $"{i};k{i};{i}.02.2026;1;5,5;RUB\n"));
        var (report, lines) = await ImportAsync(
            "заказ;клиент;дата;кол-во;цена;валюта\n" + rows + row + "\n",
            Currency.Rub
        );
        Assert.Equal(reason, Assert.Single(report.Errors).Reason);
        Assert.Equal(11, report.Errors[0].Row);
        Assert.Empty(lines);
    }

    [Theory]
    [InlineData("1 234,50", ',', 12_345_000)]
    [InlineData("1\u00A0234,50 ₽", ',', 12_345_000)]
    [InlineData("1.234,50", ',', 12_345_000)]
    [InlineData("1,234,567.5", '.', 12_345_675_000)]
    [InlineData("1234", ',', 12_340_000)]
    [InlineData("-3,5", ',', -35_000)]
    [InlineData("12 руб.", ',', 120_000)]
    public void TryRead_AmountAsPeopleWriteIt_IsExact(string text, char point, long expected)
    {
        Assert.Null(MappedAmounts.TryRead(text, point, Currency.Rub, out var amount));
        Assert.Equal(expected, amount);
    }

    [Theory]
    [InlineData("1,23", '.')]
    [InlineData("12,3456", '.')]
    [InlineData("1,234,50", ',')]
    [InlineData("1.23,4", ',')]
    [InlineData("1,234 5", '.')]
    [InlineData(" ", '.')]
    public void TryRead_GroupsThatAreNone_AreRefused(string text, char point) =>
        Assert.Equal(RowErrorReason.NotANumber, MappedAmounts.TryRead(text, point, Currency.Rub, out _));

    [Theory]
    [InlineData("31.03.2026 9:05", DateLayout.DayMonthYear, "2026-03-31T06:05:00Z")]
    [InlineData("31/03/26", DateLayout.DayMonthYear, "2026-03-31T09:00:00Z")]
    [InlineData("3/31/2026 1:05 PM", DateLayout.MonthDayYear, "2026-03-31T10:05:00Z")]
    [InlineData("2026/03/31 09:05:30", DateLayout.DayMonthYear, "2026-03-31T06:05:30Z")]
    [InlineData("2026-03-31 09:05:00 +0200", DateLayout.YearMonthDay, "2026-03-31T07:05:00Z")]
    [InlineData("2026-03-31 09:05:00 UTC", DateLayout.YearMonthDay, "2026-03-31T09:05:00Z")]
    [InlineData("20260331", DateLayout.Compact, "2026-03-31T09:00:00Z")]
    public void TryRead_DateOfALayout_IsTheInstant(string text, DateLayout layout, string expected)
    {
        var instants = new Instants(BusinessCalendar.Of("Europe/Moscow"), 0, DateTimeOffset.MaxValue);
        Assert.Null(instants.TryRead(text, layout, out var instant));
        Assert.Equal(
            DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            instant
        );
    }

    private async Task<(ImportReport Report, List<PurchaseLine> Lines)> ImportAsync(
        string text,
        Currency currency
    )
    {
        var seller = _seller ??= await _desk.AddSellerAsync();
        var found = InspectFileTests.Run(text);
        Assert.Equal(PurchaseLayout.Mapped, found.Layout);
        Assert.Empty(found.Mapping.Problems());
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var report = await _desk.Importer.RunAsync(
            new PurchaseFile
            {
                SellerId = seller.Id,
                Calendar = BusinessCalendar.Of(seller.TimeZoneId),
                Currency = currency,
                Content = content,
                Name = "file.csv",
                Layout = PurchaseLayout.Mapped,
                Mapping = found.Mapping,
                Hash = new BuyerHash(new byte[32]),
            },
            progress: null,
            default
        );
        await using var context = _desk.File.ForSeller(seller.Id);
        return (report.Value, await context.Set<PurchaseLine>().OrderBy(l => l.Sequence).ToListAsync());
    }

    private Seller? _seller;
}
