using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Mechanics;

public sealed class MechanicJsonTests
{
    /// <summary>What version 1 wrote. This text is in people's databases: it must be readable for ever.</summary>
    private const string Stored =
        """{"schema":1,"kind":"thresholdDiscount","thresholdTenThousandths":50000000,"discountBasisPoints":1000,"rule":{"windowDays":365,"priceBase":"sellerPrice","returnRule":"originalDate","boundary":"atLeast","countDiscounted":true}}""";

    /// <summary>What version 2 writes: version 1 and what happens beside another discount.</summary>
    private const string StoredSecond =
        """{"schema":2,"kind":"thresholdDiscount","thresholdTenThousandths":50000000,"discountBasisPoints":1000,"rule":{"windowDays":365,"priceBase":"sellerPrice","returnRule":"originalDate","boundary":"atLeast","countDiscounted":true},"stacking":"bestForBuyer"}""";

    [Theory]
    [InlineData(Stored)]
    [InlineData(StoredSecond)]
    public void Read_OfEveryVersion_IsTheDefaultOffer(string json) =>
        Assert.Equal(
            new ThresholdDiscount(Money.FromUnits(5_000), Percent.FromWhole(10), EligibilityRule.Default),
            MechanicJson.Read(json)
        );

    [Fact]
    public void Write_Default_IsTheStoredText() =>
        Assert.Equal(
            StoredSecond,
            MechanicJson.Write(
                new ThresholdDiscount(Money.FromUnits(5_000), Percent.FromWhole(10), EligibilityRule.Default)
            )
        );

    [Fact]
    public void Read_EveryChoiceOfRule_IsWhatWasWritten()
    {
        foreach (var priceBase in Enum.GetValues<PriceBase>())
        foreach (var returnRule in Enum.GetValues<ReturnRule>())
        foreach (var boundary in Enum.GetValues<ThresholdBoundary>())
        foreach (var stacking in Enum.GetValues<StackingPolicy>())
        foreach (var countDiscounted in (bool[])[true, false])
        {
            var offer = new ThresholdDiscount(
                new Money(12_345_678),
                new Percent(350),
                new EligibilityRule
                {
                    WindowDays = 90,
                    PriceBase = priceBase,
                    ReturnRule = returnRule,
                    Boundary = boundary,
                    CountDiscounted = countDiscounted,
                }
            )
            {
                Stacking = stacking,
            };

            Assert.Equal(offer, MechanicJson.Read(MechanicJson.Write(offer)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schema":3,"kind":"thresholdDiscount"}""")]
    [InlineData("""{"schema":1,"kind":"0"}""")]
    [InlineData("""{"schema":1,"kind":"tierLadder"}""")]
    [InlineData("""{"schema":1,"kind":"thresholdDiscount"}""")]
    public void Read_OfNoKnownShape_IsRefused(string json) =>
        Assert.Throws<FormatException>(() => MechanicJson.Read(json));

    [Theory]
    [InlineData("\"windowDays\":365", "\"windowDays\":0")]
    [InlineData("\"windowDays\":365,", "")]
    [InlineData("\"sellerPrice\"", "\"someOtherPrice\"")]
    [InlineData("\"sellerPrice\"", "1")]
    [InlineData("\"schema\":1", "\"schema\":3")]
    [InlineData("\"countDiscounted\":true", "\"countDiscounted\":true,\"unknown\":1")]
    public void Read_Damaged_IsRefused(string part, string damage)
    {
        var damaged = Stored.Replace(part, damage, StringComparison.Ordinal);

        Assert.NotEqual(Stored, damaged);
        Assert.Throws<FormatException>(() => MechanicJson.Read(damaged));
    }

    [Fact]
    public void Kinds_EachRecord_HasItsOwn()
    {
        var records = typeof(Mechanic)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Mechanic)))
            .ToList();

        Assert.NotEmpty(records);
        Assert.All(records, r => Assert.True(r.IsSealed));
        Assert.Equal(
            Enum.GetNames<MechanicKind>().Order(StringComparer.Ordinal),
            records.Select(r => r.Name).Order(StringComparer.Ordinal)
        );
    }
}
