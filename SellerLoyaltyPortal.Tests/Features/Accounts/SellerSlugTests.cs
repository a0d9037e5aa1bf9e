using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

public sealed class SellerSlugTests
{
    [Theory]
    [InlineData("Online Retail", "online-retail")]
    [InlineData("Чай и кофе «Щедрость»", "chay-i-kofe-shchedrost")]
    [InlineData("  Ёлка --- №5  ", "elka-no5")]
    [InlineData("!!!", "")]
    [InlineData(null, "")]
    public void Suggest_Name_ReadsLikeIt(string? name, string slug) =>
        Assert.Equal(slug, SellerSlug.Suggest(name));

    [Fact]
    public void Suggest_LongName_IsCutToAValidSlug()
    {
        var slug = SellerSlug.Suggest(new string('ж', 29) + " a " + new string('b', 40));

        Assert.True(SellerSlug.IsValid(slug));
        Assert.True(slug.Length <= SellerSlug.MaxLength);
    }

    [Theory]
    [InlineData("tea", true)]
    [InlineData("tea-2", true)]
    [InlineData("t", false)]
    [InlineData("Tea", false)]
    [InlineData("-tea", false)]
    [InlineData("tea-", false)]
    [InlineData("tea--coffee", false)]
    [InlineData("tea/coffee", false)]
    [InlineData("чай", false)]
    [InlineData("tea\n", false)]
    [InlineData(null, false)]
    public void IsValid_Slug_IsLatinJoinedByHyphens(string? slug, bool valid) =>
        Assert.Equal(valid, SellerSlug.IsValid(slug));
}
