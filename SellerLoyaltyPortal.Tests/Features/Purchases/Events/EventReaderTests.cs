using System.Text;
using System.Text.Json;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Events;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Events;

public sealed class EventReaderTests
{
    private const string Good =
        """ "lineId":"L1","buyerId":"b","orderId":"o","sku":"s","quantity":2,"listPrice":50000,"boughtAt":"2026-03-10" """;

    [Fact]
    public void Read_SmallestLine_FillsInWhatIsLeftOut()
    {
        var line = One($"{{{Good}}}").Line!;

        Assert.Equal(1, line.Version);
        Assert.Equal(Money.FromUnits(10), line.ListAmount);
        Assert.Equal(Money.FromUnits(10), line.SellerAmount);
        Assert.Equal(Money.FromUnits(10), line.PaidAmount);
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.FromHours(3)), line.BoughtAt);
        Assert.False(line.WithLoyaltyDiscount);
        Assert.Null(line.Category);
        Assert.Equal(0, line.ReturnedQuantity);
    }

    [Fact]
    public void Read_FullLineInAnyOrder_TakesEveryMember()
    {
        var line = One(
            """
            { "returnedQuantity": 1, "returnedAt": "2026-03-12T10:00:00Z", "loyaltyDiscount": true,
              "boughtAt": "2026-03-10T23:30:00+03:00", "paidPrice": 30000, "sellerPrice": 40000, "listPrice": 50000,
              "quantity": 3, "category": "чай", "sku": "s\u0041", "orderId": "o", "buyerId": "b", "version": 7,
              "lineId": "L1" }
            """
        ).Line!;

        Assert.Equal(7, line.Version);
        Assert.Equal("чай", line.Category);
        Assert.Equal("sA", line.Sku);
        Assert.Equal(new Money(150_000), line.ListAmount);
        Assert.Equal(new Money(120_000), line.SellerAmount);
        Assert.Equal(new Money(90_000), line.PaidAmount);
        Assert.True(line.WithLoyaltyDiscount);
        Assert.Equal(1, line.ReturnedQuantity);
        Assert.Equal(new DateTimeOffset(2026, 3, 12, 10, 0, 0, TimeSpan.Zero), line.ReturnedAt);
    }

    [Theory]
    [InlineData("\"quantity\":2", "\"quantity\":0", "quantity", RowErrorReason.Zero)]
    [InlineData("\"quantity\":2", "\"quantity\":-2", "quantity", RowErrorReason.Negative)]
    [InlineData("\"quantity\":2", "\"quantity\":1.5", "quantity", RowErrorReason.NotAWholeNumber)]
    [InlineData("\"quantity\":2", "\"quantity\":\"2\"", "quantity", RowErrorReason.NotAWholeNumber)]
    [InlineData("\"quantity\":2", "\"quantity\":[2]", "quantity", RowErrorReason.NotAWholeNumber)]
    [InlineData("\"quantity\":2", "\"quantity\":99999999999", "quantity", RowErrorReason.OutOfRange)]
    [InlineData("\"quantity\":2", "\"quantity\":2,\"quantity\":3", "quantity", RowErrorReason.GivenTwice)]
    [InlineData("\"quantity\":2,", "", "quantity", RowErrorReason.Missing)]
    [InlineData("50000", "-1", "listPrice", RowErrorReason.Negative)]
    [InlineData("50000", "1e999", "listPrice", RowErrorReason.NotAWholeNumber)]
    [InlineData("50000", "99999999999999999999", "listPrice", RowErrorReason.OutOfRange)]
    [InlineData("50000", "9000000000000000000", "listPrice", RowErrorReason.OutOfRange)]
    [InlineData("2026-03-10", "2026-02-31", "boughtAt", RowErrorReason.NotADate)]
    [InlineData("2026-03-10", "tomorrow", "boughtAt", RowErrorReason.NotADate)]
    [InlineData("\"2026-03-10\"", "20260310", "boughtAt", RowErrorReason.NotText)]
    [InlineData("\"b\"", "\"anna@mail.example\"", "buyerId", RowErrorReason.PersonalData)]
    [InlineData("\"b\"", "\"+7 900 123-45-67\"", "buyerId", RowErrorReason.PersonalData)]
    [InlineData("\"b\"", "\" \"", "buyerId", RowErrorReason.Missing)]
    [InlineData("\"b\"", "null", "buyerId", RowErrorReason.Missing)]
    [InlineData("\"b\"", "{\"id\":\"b\"}", "buyerId", RowErrorReason.NotText)]
    [InlineData("\"b\"", "\"\\ud800\"", "buyerId", RowErrorReason.NotText)]
    [InlineData("\"b\"", "\"a\\u0000b\"", "buyerId", RowErrorReason.ControlCharacter)]
    [InlineData("\"sku\"", "\"article\"", "article", RowErrorReason.UnknownName)]
    [InlineData(
        "\"sku\":\"s\"",
        "\"sku\":\"s\",\"returnedQuantity\":3",
        "returnedQuantity",
        RowErrorReason.MoreReturnedThanBought
    )]
    [InlineData(
        "\"sku\":\"s\"",
        "\"sku\":\"s\",\"returnedAt\":\"2026-03-11\"",
        "returnedAt",
        RowErrorReason.ReturnDateWithoutQuantity
    )]
    [InlineData(
        "\"sku\":\"s\"",
        "\"sku\":\"s\",\"returnedAt\":\"2026-03-01\",\"returnedQuantity\":1",
        "returnedAt",
        RowErrorReason.ReturnedBeforeBought
    )]
    [InlineData(
        "\"sku\":\"s\"",
        "\"sku\":\"s\",\"loyaltyDiscount\":1",
        "loyaltyDiscount",
        RowErrorReason.NotYesOrNo
    )]
    public void Read_WrongMember_NamesItAndRefusesTheLine(
        string from,
        string to,
        string field,
        RowErrorReason reason
    )
    {
        var line = One($"{{{Good.Replace(from, to, StringComparison.Ordinal)}}}");

        Assert.Null(line.Line);
        Assert.Contains(new LineProblem(field, reason), line.Problems);
    }

    [Fact]
    public void Read_TooLongText_IsRefused()
    {
        var at200 = One($"{{{Good.Replace("L1", new string('я', 200), StringComparison.Ordinal)}}}");
        var at201 = One($"{{{Good.Replace("L1", new string('я', 201), StringComparison.Ordinal)}}}");
        var huge = One($"{{{Good.Replace("L1", new string('x', 100_000), StringComparison.Ordinal)}}}");

        Assert.NotNull(at200.Line);
        Assert.Contains(new LineProblem("lineId", RowErrorReason.TooLong), at201.Problems);
        Assert.Contains(new LineProblem("lineId", RowErrorReason.TooLong), huge.Problems);
    }

    [Fact]
    public void Read_WrongLineAmongGoodOnes_TouchesNoOther()
    {
        var lines = Read($"{{\"lines\":[{{{Good}}},7,{{}},{{{Good}}}]}}").Value;

        Assert.Equal([true, false, false, true], lines.Select(l => l.Line is not null));
        Assert.Equal([new LineProblem("", RowErrorReason.NotText)], lines[1].Problems);
    }

    [Theory]
    [InlineData("{}", "BatchNeedsLines")]
    [InlineData("[]", "BatchNeedsLines")]
    [InlineData("\"lines\"", "BatchNeedsLines")]
    [InlineData("{\"lines\":[]}", "BatchNeedsLines")]
    [InlineData("{\"lines\":{}}", "BatchNeedsLines")]
    [InlineData("{\"rows\":[]}", "BatchHasUnknownName")]
    [InlineData("{\"lines\":[{}],\"lines\":[{}]}", "BatchNeedsLines")]
    public void Read_NoBatch_IsRefusedAsAWhole(string json, string code) =>
        Assert.Equal(code, Read(json).Errors.Single().Code);

    [Fact]
    public void Read_MoreThanTenThousandLines_IsRefusedAsAWhole()
    {
        var most = string.Join(',', Enumerable.Repeat("{}", EventReader.MostLines));

        Assert.Equal(EventReader.MostLines, Read($"{{\"lines\":[{most}]}}").Value.Count);
        Assert.Equal("BatchHasTooManyLines", Read($"{{\"lines\":[{most},{{}}]}}").Errors.Single().Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"lines\":[{\"lineId\":\"a\"")]
    [InlineData("{\"lines\":[{}]} extra")]
    [InlineData("{'lines':[]}")]
    public void Read_BrokenJson_IsAnException(string json) =>
        Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void Read_BytesThatAreNoUtf8_AreAnException() =>
        Assert.ThrowsAny<JsonException>(() => Reader().Read([0x7B, 0x22, 0xFF, 0x22, 0x7D]));

    private static EventLine One(string line) => Read($"{{\"lines\":[{line}]}}").Value.Single();

    private static Result<IReadOnlyList<EventLine>> Read(string json) =>
        Reader().Read(Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("2027-03-01", true)]
    [InlineData("2027-03-02", false)]
    [InlineData("2099-12-31", false)]
    public void Read_DateFarAhead_IsRefusedByTheLimit(string date, bool taken)
    {
        var line = One($"{{{Good.Replace("2026-03-10", date, StringComparison.Ordinal)}}}");

        Assert.Equal(taken, line.Line is not null);
        if (!taken)
            Assert.Equal(
                new LineProblem("boughtAt", RowErrorReason.DateOutOfRange),
                Assert.Single(line.Problems)
            );
    }

    [Fact]
    public void Read_HashedBuyers_TakesWhatNamesAPersonAndKeepsThePseudonymOnly()
    {
        var hash = new BuyerHash(new byte[32]);
        var reader = new EventReader(
            BusinessCalendar.Of("Europe/Moscow"),
            new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero),
            hash
        );

        var line = reader
            .Read(
                Encoding.UTF8.GetBytes(
                    $"{{\"lines\":[{{{Good.Replace("\"b\"", "\" Ann@Example.org \"", StringComparison.Ordinal)}}}]}}"
                )
            )
            .Value[0];

        Assert.Equal(hash.Of("ann@example.org"), line.Line!.Buyer.Value);
    }

    private static EventReader Reader() =>
        new(BusinessCalendar.Of("Europe/Moscow"), new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero));
}
