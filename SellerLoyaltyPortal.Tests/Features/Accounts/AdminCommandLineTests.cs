using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts;

/// <summary>The commands as they are typed: a process of their own, answers through a pipe.</summary>
public sealed class AdminCommandLineTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    [Fact]
    public async Task CreateOperator_AnswersThroughAPipe_TheOperatorSignsIn()
    {
        var (code, output, errors) = await RunAsync(
            "boss@example.test\nBoss\nquiet river lantern\nquiet river lantern\n",
            "admin",
            "create-operator"
        );

        Assert.True(code == 0, errors);
        Assert.Contains("boss@example.test", output, StringComparison.Ordinal);
        Assert.DoesNotContain("quiet river lantern", output, StringComparison.Ordinal);
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        using var client = await portal.SignedInAsync(
            (await users.FindByEmailAsync("boss@example.test"))!,
            "quiet river lantern"
        );
        using var start = await client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal("/account/two-factor?returnUrl=%2F", start.Target());
    }

    [Fact]
    public async Task CreateOperator_PasswordsDiffer_CreatesNobody()
    {
        var (code, _, errors) = await RunAsync(
            "Careless\nquiet river lantern\nquiet river lamp\n",
            "admin",
            "create-operator",
            "--email",
            "careless@example.test"
        );

        Assert.Equal(1, code);
        Assert.Contains("The two passwords differ.", errors, StringComparison.Ordinal);
        await using var context = portal.Contexts.ForPlatform();
        Assert.DoesNotContain(context.Users, u => u.Email == "careless@example.test");
    }

    [Fact]
    public async Task ResetSecondStep_LostApp_LetsThemInByPasswordAndLeadsThemToANewOne()
    {
        var chief = await portal.AddUserAsync("lost-app", isOperator: true);
        using var before = await portal.SignedInAsync(chief);

        var (code, output, errors) = await RunAsync(
            "",
            "admin",
            "reset-second-step",
            "--email",
            chief.Email!
        );
        portal.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.True(code == 0, errors);
        Assert.Contains("with the password alone", output, StringComparison.Ordinal);
        using var gone = await before.GetAsync(new Uri("/", UriKind.Relative));
        Assert.StartsWith("/account/sign-in", gone.Target(), StringComparison.Ordinal);
        using var again = await portal.SignedInAsync(chief);
        using var led = await again.GetAsync(new Uri("/operator", UriKind.Relative));
        Assert.StartsWith("/account/two-factor", led.Target(), StringComparison.Ordinal);
        await using var context = portal.Contexts.ForPlatform();
        Assert.Equal(
            [AuditAction.TwoFactorReset, AuditAction.SignedOutEverywhere],
            await context
                .Set<AuditEntry>()
                .Where(e => e.Subject == chief.Email && e.ActorKind == AuditActorKind.Machine)
                .OrderBy(e => e.Id)
                .Select(e => e.Action)
                .ToListAsync()
        );
    }

    [Theory]
    [InlineData("nobody-at-all@example.test", "Nobody")]
    [InlineData("one-step@example.test", "no second step")]
    public async Task ResetSecondStep_NothingToReset_SaysSo(string email, string said)
    {
        if (email.StartsWith("one-step", StringComparison.Ordinal))
            await portal.AddUserAsync("one-step");

        var (code, _, errors) = await RunAsync(email + "\n", "admin", "reset-second-step");

        Assert.Equal(1, code);
        Assert.Contains(said, errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Command_Unknown_GivesHelpAndFails()
    {
        var (code, output, errors) = await RunAsync("", "admin", "create-everything");

        Assert.NotEqual(0, code);
        Assert.Contains("create-operator", output, StringComparison.Ordinal);
        Assert.Contains("create-everything", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "admin")]
    [InlineData(true, "nonsense")]
    [InlineData(true, "--help")]
    [InlineData(false, "--urls", "http://127.0.0.1:5000")]
    [InlineData(false, "--environment=Production")]
    [InlineData(false, "DataOptions:Folder=data")]
    [InlineData(false)]
    public void IsFor_Arguments_TellsCommandsFromSettings(bool expected, params string[] args) =>
        Assert.Equal(expected, AdminCommandLine.IsFor(args));

    private Task<(int Code, string Output, string Errors)> RunAsync(string input, params string[] args) =>
        PortalProcess.RunAsync(portal.DataFolder, input, args);
}
