using System.Net;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

public sealed class SignInTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private const string Refused = "Такой пары";
    private const string LockedOut = "Вход с этой почтой закрыт";

    [Fact]
    public async Task SignIn_RightPassword_OpensTheStartPage()
    {
        var user = await portal.AddUserAsync("right");

        using var client = await portal.SignedInAsync(user);
        using var start = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, start.StatusCode);
        Assert.Contains(
            "ни у одного продавца",
            await start.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SignIn_MemberOfOneSeller_IsLedToItsConstructor()
    {
        var seller = await portal.AddSellerAsync("only-one");
        var owner = await portal.AddMemberAsync(seller, SellerRole.Owner);

        using var client = await portal.SignedInAsync(owner);
        using var start = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("/sellers/only-one/overview", PathOf(start));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignIn_WrongPassword_SaysTheSameWithAndWithoutAnAccountAndLocksAfterFive(
        bool hasAccount
    )
    {
        var name = hasAccount ? "locked" : "nobody";
        if (hasAccount)
            await portal.AddUserAsync(name);
        using var client = portal.Anonymous();

        for (var attempt = 1; attempt <= 4; attempt++)
            Assert.Contains(
                Refused,
                await SubmitAsync(client, name, "wrong password"),
                StringComparison.Ordinal
            );
        var fifth = await SubmitAsync(client, name, "wrong password");
        var withTheRightOne = await SubmitAsync(client, name, PortalWebFactory.Password);

        Assert.Contains(LockedOut, fifth, StringComparison.Ordinal);
        Assert.Contains(LockedOut, withTheRightOne, StringComparison.Ordinal);
    }

    private static async Task<string> SubmitAsync(HttpClient client, string name, string password)
    {
        using var answer = await SignInForm.SubmitAsync(client, name + "@example.test", password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string PathOf(HttpResponseMessage answer) =>
        new Uri(new Uri("http://localhost"), answer.Headers.Location!).PathAndQuery;
}
