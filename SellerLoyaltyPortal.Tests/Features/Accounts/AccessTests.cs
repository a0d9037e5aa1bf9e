using System.Net;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

/// <summary>Who is shown which page, over HTTP.</summary>
public sealed class AccessTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Fact]
    public async Task MembersPage_Owner_IsShown()
    {
        var seller = await portal.AddSellerAsync("shown");
        using var client = await portal.SignedInAsync(await portal.AddMemberAsync(seller, SellerRole.Owner));

        Assert.Contains(
            "invite-email",
            await client.TextAsync("/sellers/shown/members"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task MembersPage_Analyst_IsForbiddenAndSaysWhoMay()
    {
        var seller = await portal.AddSellerAsync("forbidden");
        using var client = await portal.SignedInAsync(
            await portal.AddMemberAsync(seller, SellerRole.Analyst)
        );

        using var answer = await client.GetAsync(new Uri("/sellers/forbidden/members", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Это может только владелец", text, StringComparison.Ordinal);
        Assert.DoesNotContain("invite-email", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MembersPage_OwnerOfAnotherSeller_IsToldWhatAnUnknownSellerIs()
    {
        await portal.AddSellerAsync("theirs");
        var mine = await portal.AddSellerAsync("mine");
        using var client = await portal.SignedInAsync(await portal.AddMemberAsync(mine, SellerRole.Owner));

        using var theirs = await client.GetAsync(new Uri("/sellers/theirs/members", UriKind.Relative));
        using var nobodys = await client.GetAsync(new Uri("/sellers/nobodys/members", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, nobodys.StatusCode);
        Assert.DoesNotContain(
            "invite-email",
            await theirs.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task MembersPage_Operator_IsNotFound()
    {
        await portal.AddSellerAsync("not-the-operators");
        using var client = await portal.SignedInAsync(
            await portal.AddUserAsync("op-no-member", isOperator: true)
        );

        using var answer = await client.GetAsync(
            new Uri("/sellers/not-the-operators/members", UriKind.Relative)
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task OperatorPage_Owner_IsNotFound()
    {
        var seller = await portal.AddSellerAsync("no-operator");
        using var client = await portal.SignedInAsync(await portal.AddMemberAsync(seller, SellerRole.Owner));

        using var answer = await client.GetAsync(new Uri("/operator", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task OperatorPage_Operator_ListsSellers()
    {
        await portal.AddSellerAsync("listed-seller");
        using var client = await portal.SignedInAsync(await portal.AddUserAsync("op-list", isOperator: true));

        using var start = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("/operator", start.Target());
        Assert.Contains("listed-seller", await client.TextAsync("/operator"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartPage_MemberOfTwoSellers_OffersBoth()
    {
        var first = await portal.AddSellerAsync("choice-one");
        var second = await portal.AddSellerAsync("choice-two");
        var owner = await portal.AddMemberAsync(first, SellerRole.Owner);
        await portal.AddAsync(
            new SellerMembership
            {
                SellerId = second.Id,
                UserId = owner.Id,
                Role = SellerRole.Analyst,
            }
        );
        using var client = await portal.SignedInAsync(owner);

        var start = await client.TextAsync("/");

        Assert.Contains("/sellers/choice-one/overview", start, StringComparison.Ordinal);
        Assert.Contains("/sellers/choice-two/overview", start, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/operator")]
    [InlineData("/account/profile")]
    [InlineData("/sellers/any/members")]
    public async Task Page_Visitor_IsSentToSignInAndBack(string address)
    {
        using var client = portal.Anonymous();

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=" + Uri.EscapeDataString(address), answer.Target());
    }
}
