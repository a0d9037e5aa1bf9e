using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Shared;

public sealed class KeyboardLayoutsTests
{
    [Theory]
    [InlineData("кузщкеы", "reports")]
    [InlineData("дем", "ltv")]
    [InlineData("buyers 7", "buyers 7")]
    public void AsLatin_TypedOnRussianKeys_IsWhatWasMeant(string typed, string meant) =>
        Assert.Equal(meant, KeyboardLayouts.AsLatin(typed));

    [Theory]
    [InlineData("jnxtns", "отчеты")]
    [InlineData("pfgecr", "запуск")]
    [InlineData("данные", "данные")]
    public void AsRussian_TypedOnLatinKeys_IsWhatWasMeant(string typed, string meant) =>
        Assert.Equal(meant, KeyboardLayouts.AsRussian(typed));
}
