using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace SellerLoyaltyPortal.Features.Demo;

/// <summary>Seeds before the server listens, then prints where the portal is and who can sign in.</summary>
internal sealed class DemoStart(
    DemoSeed seed,
    IOptions<DemoOptions> options,
    IHostApplicationLifetime lifetime,
    IServer server
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
            return;
        await seed.RunAsync(Console.WriteLine, DemoPerson.Password, cancellationToken);
        lifetime.ApplicationStarted.Register(PrintSignIns);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void PrintSignIns()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var width = DemoPerson.All.Max(p => p.Email.Length);
        Console.WriteLine();
        Console.WriteLine($"The portal is at {string.Join(", ", addresses)}");
        Console.WriteLine($"Demo sign-ins, password {DemoPerson.Password}:");
        foreach (var person in DemoPerson.All)
            Console.WriteLine($"  {person.Email.PadRight(width)}  {person.What}");
        Console.WriteLine();
    }
}
