using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Demo;

/// <summary>The command <c>admin demo</c>: the demo sellers on a portal that others can reach.</summary>
public static class DemoCommands
{
    // 20 letters and figures that nobody mistakes for each other: about 98 bits.
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 20;

    /// <param name="portal">Builds the portal without starting it: for its data folder.</param>
    public static IEnumerable<Command> For(Func<WebApplication> portal)
    {
        var demo = new Command(
            "demo",
            "Fill in the two demo sellers and their people, with a password of their own that is printed once."
        );
        demo.SetAction(
            (parsed, cancellation) => RunAsync(parsed.InvocationConfiguration.Output, portal, cancellation)
        );
        return [demo];
    }

    private static async Task<int> RunAsync(
        TextWriter output,
        Func<WebApplication> portal,
        CancellationToken cancellation
    )
    {
        await using var app = portal();
        await app.Services.MigrateDatabaseAsync(cancellation);
        var known = await PeopleAsync(app.Services, cancellation);
        var password = RandomNumberGenerator.GetString(Signs, PasswordLength);
        // Outside Development nothing of the demo is registered.
        await ActivatorUtilities
            .CreateInstance<DemoSeed>(app.Services)
            .RunAsync(output.WriteLine, password, cancellation);
        var made = (await PeopleAsync(app.Services, cancellation)).Except(known).Order().ToList();
        await output.WriteLineAsync(
            made.Count == 0
                ? "The demo was there already; its people keep their passwords."
                : $"Password of {string.Join(", ", made)}: {password}"
        );
        return 0;
    }

    private static async Task<List<string>> PeopleAsync(
        IServiceProvider services,
        CancellationToken cancellation
    )
    {
        var emails = DemoPerson.All.Select(p => p.Email).ToList();
        await using var context = services.GetRequiredService<SellerDbContextFactory>().ForPlatform();
        return await context
            .Set<PortalUser>()
            .Where(u => emails.Contains(u.Email!))
            .Select(u => u.Email!)
            .ToListAsync(cancellation);
    }
}
