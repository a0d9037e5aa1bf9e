using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Identity;

public sealed class CommonPasswordsTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Theory]
    [InlineData("qwerty123456")]
    [InlineData("Password1234")]
    [InlineData("PASSWORDPASSWORD")]
    [InlineData("123456789012")]
    // "password" twice as a Russian types it: on the keys of the other alphabet.
    [InlineData("парольпароль")]
    [InlineData("gfhjkmgfhjkm")]
    public void IsCommon_WhatEverybodyTries_IsKnown(string password) =>
        Assert.True(CommonPasswords.IsCommon(password));

    [Theory]
    [InlineData("quiet river lantern")]
    [InlineData("loyalty-demo-2026")]
    [InlineData("тихая река фонарь")]
    public void IsCommon_AnythingElse_IsNot(string password) =>
        Assert.False(CommonPasswords.IsCommon(password));

    [Theory]
    [InlineData("1234567890123", "PasswordIsCommon")]
    [InlineData("chosen.by.me2026", "PasswordIsOfContext")]
    [InlineData("Loyalty-Portal-2026", "PasswordIsOfContext")]
    [InlineData("short", "PasswordIsTooShort")]
    [InlineData("aaaaaaaaaaaaaaa", "PasswordIsTooMonotonous")]
    public async Task Create_RefusedPassword_SaysWhy(string password, string code)
    {
        var create = (CreateAccount)portal.Services.GetService(typeof(CreateAccount))!;

        var outcome = await create.RunAsync(
            new NewAccount("chosen.by.me@example.test", "Me", password),
            CancellationToken.None
        );

        Assert.Contains(outcome.Errors, error => error.Code == code);
    }

    [Theory]
    [InlineData("abcdefghijkl lower only")]
    [InlineData("только буквы и пробелы")]
    [InlineData("🙂🙃🙂🙃 with pictures")]
    public async Task Create_LongEnoughOfAnyLetters_IsTaken(string password)
    {
        var create = (CreateAccount)portal.Services.GetService(typeof(CreateAccount))!;

        var outcome = await create.RunAsync(
            new NewAccount($"any-{Guid.NewGuid():N}@example.test", "Any", password),
            CancellationToken.None
        );

        Assert.True(outcome.IsSuccess);
    }
}
