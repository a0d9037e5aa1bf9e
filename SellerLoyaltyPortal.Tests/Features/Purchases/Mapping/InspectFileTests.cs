using System.Text;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using F = SellerLoyaltyPortal.Features.Purchases.Mapping.ColumnField;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Mapping;

public sealed class InspectFileTests
{
    [Fact]
    public void Run_RussianShopFile_FindsColumnsDatesAndDecimalComma()
    {
        var found = Run(
            "Номер заказа;Код клиента;Дата покупки;Артикул;Кол-во;Цена;Валюта\n"
                + "7001;К-15;31.03.2026 14:05;ЧАШКА;2;1 250,50;RUB\n"
        );
        Assert.Equal(PurchaseLayout.Mapped, found.Layout);
        Assert.Equal(';', found.Dialect.Delimiter);
        Assert.Equal(
            [F.OrderId, F.Buyer, F.BoughtAt, F.Sku, F.Quantity, F.SellerPrice, F.Currency],
            found.Mapping.Columns.Select(c => c.Field)
        );
        Assert.Equal((DateLayout.DayMonthYear, ','), (found.Mapping.Dates, found.Mapping.DecimalSign));
        Assert.False(found.DatesAreAmbiguous);
        Assert.Empty(found.Mapping.Problems());
    }

    [Fact]
    public void Run_DayAndMonthAlike_SaysSo()
    {
        var found = Run("order,customer id,date,amount\n1,a,03/04/2026,5\n2,b,05/06/2026,5\n");
        Assert.True(found.DatesAreAmbiguous);
    }

    [Fact]
    public void Run_MonthFirst_IsFound()
    {
        var found = Run("order,customer id,date,amount\n1,a,03/04/2026,5\n2,b,05/26/2026,5\n");
        Assert.Equal((DateLayout.MonthDayYear, false), (found.Mapping.Dates, found.DatesAreAmbiguous));
    }

    [Theory]
    [InlineData("customer", "ann@example.org", PersonalKind.Email)]
    [InlineData("x", "+7 900 123-45-67", PersonalKind.Phone)]
    [InlineData("покупатель", "Иванова Мария Петровна", PersonalKind.Name)]
    [InlineData("buyer", "John Whoever", PersonalKind.Name)]
    [InlineData("ФИО", "?", PersonalKind.Name)]
    [InlineData("Billing Name", "", PersonalKind.Name)]
    [InlineData("Телефон", "", PersonalKind.Phone)]
    [InlineData("E-mail", "", PersonalKind.Email)]
    [InlineData("Shipping Street", "", PersonalKind.Address)]
    [InlineData("customer_id", "17850", PersonalKind.None)]
    [InlineData("Lineitem name", "Red cup", PersonalKind.None)]
    [InlineData("Название товара", "Чашка красная", PersonalKind.None)]
    public void Run_ColumnThatNamesPeople_IsFlaggedAndShowsNoValues(
        string header,
        string value,
        PersonalKind kind
    )
    {
        var column = Run($"{header};other\n{value};1\n").Columns[0];
        Assert.Equal(kind, column.Personal);
        if (kind != PersonalKind.None)
            Assert.Empty(column.Samples);
    }

    [Fact]
    public void Run_NameColumnAsBuyer_IsProposedAsHashOnly()
    {
        var found = Run("order;покупатель;date;amount\n1;Иванова Мария;2026-03-01;5\n");
        Assert.Equal(F.BuyerToHash, found.Mapping.Columns[1].Field);
    }

    [Fact]
    public void Run_NamesAndEmails_ProposesTheEmails()
    {
        var found = Run("order;покупатель;email;date;amount\n1;Иванова Мария;m@example.org;2026-03-01;5\n");
        Assert.Equal([F.Ignored, F.BuyerToHash], found.Mapping.Columns.Skip(1).Take(2).Select(c => c.Field));
    }

    [Theory]
    [InlineData(
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
        PurchaseLayout.OnlineRetail
    )]
    [InlineData("line_id,buyer_id,order_id,sku,quantity,list_price,bought_at", PurchaseLayout.PortalCsv)]
    [InlineData(" customer_id  date number_of_cds  dollar_value", PurchaseLayout.Cdnow)]
    [InlineData(" 00004 0001 19970101  2   29.33", PurchaseLayout.CdnowSample)]
    public void Run_KnownFile_HasItsOwnReader(string firstRow, PurchaseLayout layout) =>
        Assert.Equal(layout, Run(firstRow + "\n").Layout);

    [Fact]
    public void Run_TitleAboveAMarketplaceReport_IsSeenThrough() =>
        Assert.Equal(
            PurchaseLayout.Ozon,
            Run(
                "Начисления за март;;\nТип начисления;За продажу или возврат до вычета комиссий и услуг;Итого\n"
            ).Layout
        );

    [Fact]
    public void Run_OtherEncodingChosen_ReadsItSo()
    {
        var bytes = System
            .Text.CodePagesEncodingProvider.Instance.GetEncoding("cp866")!
            .GetBytes("Заказ;Клиент\n1;2\n");
        using var content = new MemoryStream(bytes);
        var chosen = new ImportMapping { Columns = [], Encoding = "cp866" };
        Assert.Equal("Заказ", InspectFile.Run(content, 1 << 20, chosen).Value.Columns[0].Header);
    }

    [Fact]
    public void Run_NothingInIt_IsAnError()
    {
        using var content = new MemoryStream();
        Assert.Equal("FileIsEmpty", Assert.Single(InspectFile.Run(content, 1 << 20).Errors).Code);
    }

    internal static FileInspection Run(string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return InspectFile.Run(content, 1 << 20).Value;
    }
}
