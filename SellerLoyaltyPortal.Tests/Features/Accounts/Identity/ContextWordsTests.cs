using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Demo;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Identity;

public sealed class ContextWordsTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private static readonly string[] Texts = ["vera.gromova", "Vera Gromova", "Тёплый Дом", "wool-home"];

    [Theory]
    [InlineData("loyaltyportal2026!")]
    [InlineData("Seller.Loyalty.1")]
    [InlineData("vera.gromova2026")]
    [InlineData("GromovaVera!!11")]
    [InlineData("wool_home_wool_1")]
    [InlineData("тёплыйдом2026")]
    [InlineData("скидкалояльности")]
    // "скидкалояльности" and "loyaltyportal", each typed with the other alphabet switched on.
    [InlineData("crblrfkjzkmyjcnb")]
    [InlineData("дщнфдензщкефд2026")]
    public void IsMadeOf_WordsOfTheContextAndDigits_IsSo(string password) =>
        Assert.True(ContextWords.IsMadeOf(password, Texts));

    [Theory]
    [InlineData("loyalty-demo-2026")]
    [InlineData("quiet river lantern")]
    [InlineData("vera likes bicycles")]
    [InlineData("тихая река фонарь")]
    [InlineData("123456789012345")]
    public void IsMadeOf_SomethingBesideThem_IsNot(string password) =>
        Assert.False(ContextWords.IsMadeOf(password, Texts));

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("a-b-c")]
    public void IsMadeOf_NothingToNameIt_IsNot(string text) =>
        Assert.False(ContextWords.IsMadeOf("abcabcabcabc", [text]));

    /// <summary>Known to everybody and let in on machines of developers only; the seed must get by here all the same.</summary>
    [Fact]
    public void IsMadeOf_DemoPeoplesPassword_IsNot() =>
        Assert.All(
            DemoPerson.All,
            person =>
                Assert.False(
                    ContextWords.IsMadeOf(
                        DemoPerson.Password,
                        [person.Name, person.Email.Split('@')[0], "Online Retail", "online-retail", "CDNOW"]
                    )
                )
        );

    [Fact]
    public async Task SetByLink_NameOfTheSeller_IsRefused()
    {
        var seller = await portal.AddSellerAsync("vasilki-crafts");
        var owner = await portal.AddMemberAsync(seller, SellerRole.Owner);
        var member = await portal.AddMemberAsync(seller, SellerRole.Analyst);
        var make = (MakeMemberLink)portal.Services.GetService(typeof(MakeMemberLink))!;
        var link = await make.RunAsync(
            await portal.AccessOfAsync(owner, seller),
            member.Id,
            CancellationToken.None
        );
        using var client = portal.Anonymous();

        using var answer = await AccountForms.SubmitAsync(
            client,
            link.Value,
            "Input.Password",
            ("Input.Password", "VasilkiCrafts2026"),
            ("Input.Repeat", "VasilkiCrafts2026")
        );

        Assert.Contains(
            "названий ваших продавцов",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }
}
