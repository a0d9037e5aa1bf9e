using System.Text.Json;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Api;

public sealed class StorefrontEndpointsTests : IAsyncLifetime, IDisposable
{
    private readonly PortalWebFactory _portal = new();
    private StorefrontDesk _shop = null!;

    public async Task InitializeAsync() => _shop = await StorefrontDesk.OpenAsync(_portal);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _shop.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task Discount_BelowThreshold_SaysHowFarTheNextStepIsInBothLanguages()
    {
        await _shop.LaunchAsync();
        await _shop.BuyAsync("b", 4_100);

        var answer = await _shop.DiscountAsync("b");

        Assert.Equal(0, answer.GetProperty("percent").GetDecimal());
        Assert.Equal("belowThreshold", answer.GetProperty("reason").GetString());
        Assert.Equal(41_000_000, answer.GetProperty("total").GetInt64());
        Assert.Equal(50_000_000, answer.GetProperty("threshold").GetInt64());
        Assert.Equal(9_000_000, answer.GetProperty("missing").GetInt64());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("until").ValueKind);
        Assert.Equal("До скидки 10 % осталось 900 ₽", Plain(answer.GetProperty("hint").GetProperty("ru")));
        Assert.Equal("900 ₽ left to a discount of 10%", Plain(answer.GetProperty("hint").GetProperty("en")));
        Assert.Equal("2026-01-16", answer.GetProperty("businessDay").GetString());
        Assert.Equal("2026-01-17T00:00:00+03:00", answer.GetProperty("validUntil").GetString());
        var program = answer.GetProperty("program");
        Assert.Equal(1, program.GetProperty("version").GetInt32());
        Assert.Equal("sellerPrice", program.GetProperty("priceBase").GetString());
        Assert.Equal(365, program.GetProperty("windowDays").GetInt32());
    }

    [Fact]
    public async Task Discount_PurchaseSentASecondAgo_IsInTheAnswer()
    {
        await _shop.LaunchAsync();
        await _shop.BuyAsync("b", 4_999);
        Assert.Equal("belowThreshold", (await _shop.DiscountAsync("b")).GetProperty("reason").GetString());

        await _shop.BuyAsync("b", 1);
        _portal.Clock.Advance(TimeSpan.FromSeconds(1));

        var answer = await _shop.DiscountAsync("b");
        Assert.Equal("qualifies", answer.GetProperty("reason").GetString());
        Assert.Equal(10, answer.GetProperty("percent").GetDecimal());
        Assert.Equal("2027-01-15", answer.GetProperty("until").GetString());
        Assert.Equal("Вам доступна скидка 10 %", Plain(answer.GetProperty("hint").GetProperty("ru")));
    }

    [Fact]
    public async Task Discount_UnknownBuyer_IsNoDiscountAndNoError()
    {
        await _shop.LaunchAsync();

        var answer = await _shop.DiscountAsync("nobody%20here");

        Assert.Equal("nobody here", answer.GetProperty("buyerId").GetString());
        Assert.Equal("unknownBuyer", answer.GetProperty("reason").GetString());
        Assert.Equal(0, answer.GetProperty("percent").GetDecimal());
        Assert.Equal(50_000_000, answer.GetProperty("missing").GetInt64());
    }

    [Fact]
    public async Task Discount_NoProgram_SaysSo()
    {
        await _shop.BuyAsync("b", 9_000);

        var answer = await _shop.DiscountAsync("b");

        Assert.Equal("noProgram", answer.GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("program").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("hint").ValueKind);
    }

    [Fact]
    public async Task Discount_BuyerOfAnotherSeller_IsAnsweredAsAnIdOfNobody()
    {
        using var other = await StorefrontDesk.OpenAsync(_portal, "other");
        await _shop.LaunchAsync();
        await other.LaunchAsync();
        await other.BuyAsync("theirs", 9_000);
        _portal.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("qualifies", (await other.DiscountAsync("theirs")).GetProperty("reason").GetString());

        var theirs = (await _shop.DiscountAsync("theirs")).GetRawText();
        var nobodys = (await _shop.DiscountAsync("nobody")).GetRawText();

        Assert.Equal(nobodys.Replace("nobody", "theirs", StringComparison.Ordinal), theirs);
    }

    [Fact]
    public async Task Batch_SeveralBuyers_AreAnsweredAsOneByOneInTheirOrder()
    {
        await _shop.LaunchAsync();
        await _shop.BuyAsync("a", 6_000);
        await _shop.BuyAsync("b", 100);

        var (status, answer) = await _shop.PostAsync(
            "buyers/discounts",
            new { buyers = new[] { "b", "a", "?", "b" } }
        );

        Assert.Equal(200, status);
        var answers = answer.GetProperty("answers").EnumerateArray().Select(a => a.GetRawText()).ToList();
        Assert.Equal(
            [
                (await _shop.DiscountAsync("b")).GetRawText(),
                (await _shop.DiscountAsync("a")).GetRawText(),
                (await _shop.DiscountAsync("%3F")).GetRawText(),
                (await _shop.DiscountAsync("b")).GetRawText(),
            ],
            answers
        );
    }

    [Fact]
    public async Task Batch_OfNobodyTooManyOrEmptyIds_IsInvalid()
    {
        var none = await _shop.PostAsync("buyers/discounts", new { buyers = Array.Empty<string>() });
        var many = await _shop.PostAsync("buyers/discounts", new { buyers = Enumerable.Repeat("b", 1_001) });
        var empty = await _shop.PostAsync("buyers/discounts", new { buyers = new[] { "b", "" } });

        Assert.Equal((422, 422, 422), (none.Status, many.Status, empty.Status));
        Assert.Equal("buyers[1]", empty.Answer.GetProperty("errors")[0].GetProperty("path").GetString());
        Assert.Equal(
            1_000,
            (await _shop.PostAsync("buyers/discounts", new { buyers = Enumerable.Repeat("b", 1_000) }))
                .Answer.GetProperty("answers")
                .GetArrayLength()
        );
    }

    [Fact]
    public async Task Quote_BuyerWithDiscount_PricesEveryItemOnceAndSaysWhy()
    {
        await _shop.LaunchAsync();
        await _shop.BuyAsync("b", 6_000);

        var (status, quote) = await _shop.PostAsync(
            "quote",
            new
            {
                buyerId = "b",
                items = new[]
                {
                    new
                    {
                        sku = "TEA",
                        quantity = 2,
                        price = 4_990_000,
                    },
                    new
                    {
                        sku = "CUP",
                        quantity = 1,
                        price = 12_000_000,
                    },
                },
                discounts = new[]
                {
                    new
                    {
                        code = "AUTUMN",
                        percent = 15,
                        skus = new[] { "CUP" },
                    },
                },
            }
        );

        Assert.Equal(200, status);
        Assert.Equal(10, quote.GetProperty("loyaltyPercent").GetDecimal());
        var (tea, cup) = (quote.GetProperty("items")[0], quote.GetProperty("items")[1]);
        Assert.Equal(("loyalty", 4_491_000, 8_982_000), Won(tea));
        Assert.Equal("onlyOne", tea.GetProperty("reason").GetString());
        Assert.Equal(("promotion", 10_200_000, 10_200_000), Won(cup));
        Assert.Equal("AUTUMN", cup.GetProperty("code").GetString());
        Assert.Equal("bestForBuyer", cup.GetProperty("reason").GetString());
        Assert.NotEqual("", cup.GetProperty("why").GetString());
        Assert.Equal(21_980_000, quote.GetProperty("before").GetInt64());
        Assert.Equal(19_182_000, quote.GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task Quote_BuyerWithoutDiscountOrNoBuyer_HasNoLoyaltyDiscount()
    {
        await _shop.LaunchAsync();
        var items = new[]
        {
            new
            {
                sku = "s",
                quantity = 1,
                price = 1_000_000,
            },
        };

        foreach (var body in new object[] { new { buyerId = "nobody", items }, new { items } })
        {
            var (status, quote) = await _shop.PostAsync("quote", body);
            Assert.Equal(200, status);
            Assert.Equal(("none", 1_000_000, 1_000_000), Won(quote.GetProperty("items")[0]));
        }
    }

    [Fact]
    public async Task Quote_WrongValues_NamesEachOfThem()
    {
        var (status, answer) = await _shop.PostAsync(
            "quote",
            new
            {
                items = new object[]
                {
                    new
                    {
                        sku = "",
                        quantity = 1,
                        price = 1,
                    },
                    new
                    {
                        sku = "a",
                        quantity = 0,
                        price = 1,
                    },
                    new
                    {
                        sku = "b",
                        quantity = 1,
                        price = -1,
                    },
                    new
                    {
                        sku = "c",
                        quantity = 2_000_000_000,
                        price = 9_000_000_000_000_000_000,
                    },
                },
                discounts = new object[]
                {
                    new { code = "x" },
                    new { code = "y", percent = 101 },
                    new
                    {
                        code = "z",
                        percent = 1,
                        amount = 1,
                    },
                    new { code = "w", amount = -1 },
                },
            }
        );

        Assert.Equal(422, status);
        Assert.Equal(
            [
                "items[0].sku",
                "items[1].quantity",
                "items[2].price",
                "items[3].price",
                "discounts[0]",
                "discounts[1].percent",
                "discounts[2]",
                "discounts[3].amount",
            ],
            answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetString())
        );
    }

    private static (string?, int, int) Won(JsonElement item) =>
        (
            item.GetProperty("winner").GetString(),
            item.GetProperty("unitPrice").GetInt32(),
            item.GetProperty("total").GetInt32()
        );

    // Numbers stand with spaces that do not break.
    private static string Plain(JsonElement text) =>
        text.GetString()!.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
