using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

public sealed class ReturnUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sellers/tea/constructor?threshold=1000")]
    [InlineData("/account/link?user=1&token=2")]
    [InlineData("/%2F%2Fevil.example")]
    public void Safe_PathOfThePortal_IsKept(string url) => Assert.Equal(url, ReturnUrl.Safe(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/path\\..\\evil")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData(" /there")]
    [InlineData("there")]
    [InlineData("~/there")]
    public void Safe_AnythingElse_IsTheStart(string? url) => Assert.Equal("/", ReturnUrl.Safe(url));

    [Theory]
    [InlineData("/account/sign-in?returnUrl=%2F")]
    [InlineData("/Account/Sign-Out")]
    public void SafeAfterSignIn_TheWayInOrOut_IsTheStart(string url) =>
        Assert.Equal("/", ReturnUrl.SafeAfterSignIn(url));
}
