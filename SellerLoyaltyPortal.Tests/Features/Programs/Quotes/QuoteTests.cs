using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Programs.Quotes;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Quotes;

public sealed class QuoteTests
{
    private const StackingPolicy Best = StackingPolicy.BestForBuyer;
    private const StackingPolicy Always = StackingPolicy.LoyaltyAlways;
    private const StackingPolicy Never = StackingPolicy.LoyaltyNeverOverPromotion;

    [Theory]
    [InlineData(10, 0, Best, 90, "loyalty", QuoteReason.OnlyOne)]
    [InlineData(10, 15, Best, 85, "promotion", QuoteReason.BestForBuyer)]
    [InlineData(15, 10, Best, 85, "loyalty", QuoteReason.BestForBuyer)]
    [InlineData(10, 10, Best, 90, "promotion", QuoteReason.BestForBuyer)]
    [InlineData(10, 15, Always, 90, "loyalty", QuoteReason.LoyaltyAlways)]
    [InlineData(15, 10, Always, 85, "loyalty", QuoteReason.LoyaltyAlways)]
    [InlineData(10, 15, Never, 85, "promotion", QuoteReason.LoyaltyNeverOverPromotion)]
    [InlineData(15, 10, Never, 90, "promotion", QuoteReason.LoyaltyNeverOverPromotion)]
    [InlineData(15, 0, Never, 85, "loyalty", QuoteReason.OnlyOne)]
    [InlineData(0, 15, Always, 85, "promotion", QuoteReason.OnlyOne)]
    [InlineData(0, 0, Best, 100, "none", QuoteReason.NoDiscount)]
    public void Of_LoyaltyAndPromotion_OneWinsByThePolicy(
        int loyalty,
        int promotion,
        StackingPolicy policy,
        int units,
        string winner,
        QuoteReason reason
    )
    {
        var item = One(loyalty, policy, Money.FromUnits(100), Off(promotion));

        Assert.Equal(Money.FromUnits(units), item.UnitPrice);
        Assert.Equal(winner, WinnerOf(item));
        Assert.Equal(reason, item.Reason);
    }

    [Theory]
    // 10 % off 0.05 is 0.045: half a kopeck goes to the even one.
    [InlineData(500, 10, 400)]
    [InlineData(1_500, 10, 1_400)]
    [InlineData(2_500, 10, 2_200)]
    [InlineData(333_300, 33, 223_300)]
    [InlineData(1, 50, 0)]
    [InlineData(100, 100, 0)]
    public void Of_FractionOfTheMinorUnit_IsRoundedOnceHalfToEven(long price, int percent, long expected) =>
        Assert.Equal(expected, One(percent, Best, new Money(price)).UnitPrice.TenThousandths);

    [Fact]
    public void Of_CurrencyWithoutMinorUnit_IsRoundedAtTheUnit()
    {
        var quote = Quote.Of(
            [new("s", 3, Money.FromUnits(105))],
            Percent.FromWhole(10),
            [],
            Best,
            Currency.Of("JPY")
        );

        Assert.Equal(Money.FromUnits(94), quote.Items[0].UnitPrice);
        Assert.Equal(Money.FromUnits(282), quote.Total);
    }

    [Fact]
    public void Of_SeveralPromotions_AreRivalsOnlyWhereTheyGiveSomething()
    {
        var (price, winner) = (Money.FromUnits(100), new Promotion("big", Percent.FromWhole(15), null, null));
        var smaller = new Promotion("small", null, Money.FromUnits(5), null);
        var nothing = new Promotion("nothing", Percent.FromWhole(0), null, null);
        var elsewhere = new Promotion("elsewhere", Percent.FromWhole(50), null, new HashSet<string> { "x" });

        QuoteReason Reason(params Promotion[] promotions) =>
            Quote.Of([new("s", 1, price)], default, promotions, Best, Currency.Of("RUB")).Items[0].Reason;

        Assert.Equal(QuoteReason.BestForBuyer, Reason(winner, smaller));
        Assert.Equal(QuoteReason.BestForBuyer, Reason(nothing, smaller, winner));
        Assert.Equal(QuoteReason.OnlyOne, Reason(winner));
        Assert.Equal(QuoteReason.OnlyOne, Reason(winner, nothing));
        Assert.Equal(QuoteReason.OnlyOne, Reason(elsewhere, winner));
    }

    [Fact]
    public void Of_AmountAbovePrice_IsFree()
    {
        var item = One(10, Best, Money.FromUnits(5), new Promotion("big", null, Money.FromUnits(9), null));

        Assert.Equal((Money.Zero, "promotion"), (item.UnitPrice, WinnerOf(item)));
    }

    [Fact]
    public void Of_PromotionForOtherGoods_DoesNotApply()
    {
        var promotion = new Promotion(
            "tea",
            Percent.FromWhole(50),
            null,
            new HashSet<string>(StringComparer.Ordinal) { "tea" }
        );

        var quote = Quote.Of(
            [new("tea", 1, Money.FromUnits(100)), new("cup", 1, Money.FromUnits(100))],
            Percent.FromWhole(10),
            [promotion],
            Never,
            Currency.Rub
        );

        Assert.Equal([Money.FromUnits(50), Money.FromUnits(90)], quote.Items.Select(i => i.UnitPrice));
        Assert.Equal(Money.FromUnits(140), quote.Total);
    }

    [Fact]
    public void Of_AnyBasket_IsNeverBelowZeroNeverTwoDiscountsAndAddsUp()
    {
        var random = new Random(20_261_122);
        var currencies = new[] { Currency.Rub, Currency.Of("JPY") };
        for (var round = 0; round < 20_000; round++)
        {
            var currency = currencies[random.Next(2)];
            var minor = currency.MinorDigits == 0 ? 10_000 : 100;
            var loyalty = new Percent(random.Next(4) == 0 ? 0 : random.Next(10_001));
            var policy = (StackingPolicy)random.Next(3);
            var items = Enumerable
                .Range(0, 1 + random.Next(4))
                .Select(_ => new QuoteItem(
                    "s" + random.Next(3),
                    1 + random.Next(5),
                    new Money(PriceOf(random))
                ))
                .ToList();
            var promotions = Enumerable
                .Range(0, random.Next(4))
                .Select(i => AnyPromotion(random, i))
                .ToList();

            var quote = Quote.Of(items, loyalty, promotions, policy, currency);

            Assert.Equal(items, quote.Items.Select(i => i.Item));
            Assert.Equal(
                quote.Items.Sum(i => i.UnitPrice.TenThousandths * i.Item.Quantity),
                quote.Total.TenThousandths
            );
            Assert.Equal(items.Sum(i => i.Price.TenThousandths * i.Quantity), quote.Before.TenThousandths);
            foreach (var item in quote.Items)
            {
                Assert.True(item.UnitPrice >= Money.Zero);
                Assert.Equal(0, item.UnitPrice.TenThousandths % minor);
                Assert.False(item.IsLoyalty && item.Promotion is not null);
                Assert.True(item.Promotion?.IsFor(item.Item.Sku) ?? true);
                // One discount, the winner's, and nothing else explains the price.
                Assert.Equal(Naive(item, loyalty, currency), item.UnitPrice.ToDecimal());
                Assert.Equal(NaiveWinner(item.Item, loyalty, promotions, policy), WinnerOf(item));
            }
        }
    }

    private static decimal Naive(QuotedItem item, Percent loyalty, Currency currency)
    {
        var price = item.Item.Price.ToDecimal();
        var off = item.IsLoyalty ? price * loyalty.BasisPoints / 10_000 : OffOf(item.Promotion, price);
        return decimal.Round(price - off, currency.MinorDigits, MidpointRounding.ToEven);
    }

    private static string NaiveWinner(
        QuoteItem item,
        Percent loyalty,
        List<Promotion> promotions,
        StackingPolicy policy
    )
    {
        var price = item.Price.ToDecimal();
        var byLoyalty = price * loyalty.BasisPoints / 10_000;
        var byPromotion = promotions
            .Where(p => p.IsFor(item.Sku))
            .Select(p => OffOf(p, price))
            .DefaultIfEmpty()
            .Max();
        if (byLoyalty == 0 && byPromotion == 0)
            return "none";
        if (byPromotion == 0)
            return "loyalty";
        if (byLoyalty == 0)
            return "promotion";
        return policy switch
        {
            Best => byLoyalty > byPromotion ? "loyalty" : "promotion",
            Always => "loyalty",
            _ => "promotion",
        };
    }

    private static decimal OffOf(Promotion? promotion, decimal price) =>
        promotion is null ? 0
        : promotion.Share is { } share ? price * share.BasisPoints / 10_000
        : Math.Min(price, promotion.Amount!.Value.ToDecimal());

    private static Promotion AnyPromotion(Random random, int number)
    {
        var skus =
            random.Next(2) == 0 ? null : new HashSet<string>(StringComparer.Ordinal) { "s" + random.Next(3) };
        return random.Next(2) == 0
            ? new("p" + number, new Percent(random.Next(10_001)), null, skus)
            : new("p" + number, null, new Money(PriceOf(random)), skus);
    }

    // Around half kopecks, zero, and large.
    private static long PriceOf(Random random) =>
        random.Next(4) switch
        {
            0 => random.Next(4) * 50,
            1 => random.Next(1_000) * 50,
            2 => random.Next(),
            _ => random.NextInt64(100_000_000_000_000),
        };

    private static QuotedItem One(
        int loyalty,
        StackingPolicy policy,
        Money price,
        params Promotion[] promotions
    ) =>
        Quote
            .Of([new("s", 1, price)], Percent.FromWhole(loyalty), promotions, policy, Currency.Rub)
            .Items.Single();

    private static Promotion Off(int percent) => new("p", Percent.FromWhole(percent), null, null);

    private static string WinnerOf(QuotedItem item) =>
        item.IsLoyalty ? "loyalty"
        : item.Promotion is not null ? "promotion"
        : "none";
}
