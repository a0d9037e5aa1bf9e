using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Operations;

/// <summary>Commands as they are typed: a process of their own on a data folder.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Rebuild_OneSeller_SaysWhatIsThere()
    {
        await _portal.AddSellerAsync("shop");

        var (code, output, errors) = await RunAsync("rebuild");

        Assert.True(code == 0, errors);
        Assert.Contains("shop: 0 lines, 0 buyers, as it was", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RotateKeys_PortalRuns_IsRefused()
    {
        await _portal.AddSellerAsync("shop");

        var (code, _, errors) = await RunAsync("rotate-keys");

        Assert.Equal(1, code);
        Assert.Contains("stop it first", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_SellersThatAreSomebodysOwn_KeepTheirDataAndPeopleGetAPasswordOfTheirOwn()
    {
        await _portal.AddSellerAsync("online-retail");
        await _portal.AddSellerAsync("cdnow");

        var (code, output, errors) = await RunAsync("demo");

        Assert.True(code == 0, errors);
        Assert.Contains("online-retail is somebody's own", output, StringComparison.Ordinal);
        var password = output.TrimEnd().Split(' ')[^1];
        Assert.Equal(20, password.Length);
        await using var context = _portal.Contexts.ForPlatform();
        var analyst = context.Users.Single(u => u.Email == "analyst@demo.example");
        using var client = await _portal.SignedInAsync(analyst, password);
        Assert.Empty(context.Set<SellerMembership>().Where(m => m.UserId == analyst.Id));
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(string command) =>
        PortalProcess.RunAsync(_portal.DataFolder, "", "admin", command);
}
