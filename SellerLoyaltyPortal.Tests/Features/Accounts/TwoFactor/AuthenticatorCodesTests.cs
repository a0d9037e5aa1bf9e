using System.Text;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.TwoFactor;

public sealed class AuthenticatorCodesTests
{
    /// <summary>RFC 6238, appendix B, the SHA-1 rows, of which six digits are the last six.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void Code_TimesOfTheStandard_AreItsCodes(long unixSeconds, string code) =>
        Assert.Equal(
            code,
            AuthenticatorCodes.Code(
                Encoding.ASCII.GetBytes("12345678901234567890"),
                unixSeconds / AuthenticatorCodes.StepSeconds
            )
        );

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("MY", "f")]
    [InlineData("MZXQ", "fo")]
    [InlineData("MZXW6", "foo")]
    [InlineData("MZXW6YTB", "fooba")]
    [InlineData("MZXW6YTBOI", "foobar")]
    public void Base32_TextsOfTheStandard_AreRead(string text, string expected) =>
        Assert.Equal(expected, Encoding.ASCII.GetString(Base32.Read(text)));
}
