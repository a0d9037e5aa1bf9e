using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class UnitTrialTests
{
    private readonly UnitTrial _trial = new(SellerUnitEconomics.Default);

    [Theory]
    [InlineData("12,5", "12,5")]
    [InlineData(" 12.50 % ", "12,5")]
    [InlineData("0", "0")]
    [InlineData("95", "95")]
    public void Type_AShare_IsTakenAndWrittenAsTheLanguageHasIt(string typed, string written)
    {
        using var _ = CultureScope.Of("ru");

        Assert.True(_trial.Type(nameof(UnitEconomics.Commission), typed));

        Assert.Equal(written, _trial.Text(nameof(UnitEconomics.Commission)));
        Assert.True(_trial.IsTrial);
        Assert.False(_trial.HasErrors);
    }

    [Theory]
    [InlineData("", "NotANumber")]
    [InlineData("x", "NotANumber")]
    [InlineData("-1", "NotANumber")]
    [InlineData("1,005", "NotANumber")]
    [InlineData("95,01", "ShareOutOfLimits")]
    public void Type_NoShare_IsSaidAndLeavesTheShares(string typed, string code)
    {
        Assert.False(_trial.Type(nameof(UnitEconomics.Commission), typed));

        Assert.Equal(code, _trial.ErrorOf(nameof(UnitEconomics.Commission))?.Code);
        Assert.Equal(typed, _trial.Text(nameof(UnitEconomics.Commission)));
        Assert.Equal(UnitEconomics.Default, _trial.Unit);
    }

    [Fact]
    public void Type_OneFieldAfterAWrongOne_TakesTheOtherAlone()
    {
        _trial.Type(nameof(UnitEconomics.Commission), "x");

        _trial.Type(nameof(UnitEconomics.UnitCost), "40");

        Assert.Equal(UnitEconomics.Default with { UnitCost = Percent.FromWhole(40) }, _trial.Unit);
        Assert.True(_trial.HasErrors);
    }

    [Fact]
    public void Reset_AfterATrial_IsWhatIsStored()
    {
        _trial.Type(nameof(UnitEconomics.UnitCost), "40");

        _trial.Reset();

        Assert.False(_trial.IsTrial);
        Assert.Equal("50", _trial.Text(nameof(UnitEconomics.UnitCost)));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Query_ReadAgain_IsTheSameTrial(string language)
    {
        using var _ = CultureScope.Of(language);
        Assert.Equal("", _trial.Query());
        _trial.Type(nameof(UnitEconomics.Commission), "12.25");

        Assert.Equal("&commission=12.25&option=1&unitCost=50", _trial.Query());
        Assert.Equal(_trial.Unit, UnitTrial.Read("12.25", "1", "50"));
    }

    [Theory]
    [InlineData(null, "1", "50")]
    [InlineData("25", "51", "50")]
    [InlineData("25", "1", "abc")]
    public void Read_NotAllThree_IsNone(string? commission, string? option, string? unitCost) =>
        Assert.Null(UnitTrial.Read(commission, option, unitCost));
}
