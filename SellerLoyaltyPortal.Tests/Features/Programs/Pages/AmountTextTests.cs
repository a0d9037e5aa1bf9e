using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class AmountTextTests
{
    private static readonly Currency Rubles = Currency.Of("RUB");

    [Theory]
    [InlineData("350", 3_500_000)]
    [InlineData("350,5", 3_505_000)]
    [InlineData("1\u202F350.50", 13_505_000)]
    [InlineData(" 0 ", 0)]
    public void Read_AnAmount_IsIt(string typed, long tenThousandths) =>
        Assert.Equal(new Money(tenThousandths), AmountText.Read(typed, Rubles));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1,005")]
    [InlineData("1.2.3")]
    [InlineData("12 руб")]
    [InlineData("99999999999999999999")]
    public void Read_None_IsNull(string? typed) => Assert.Null(AmountText.Read(typed, Rubles));

    [Fact]
    public void Write_ReadAgain_IsTheSame()
    {
        var amount = Money.FromDecimal(1_350.05m);

        Assert.Equal(amount, AmountText.Read(AmountText.Write(amount), Rubles));
    }
}
