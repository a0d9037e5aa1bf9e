using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Support;
using Xunit.Abstractions;

namespace SellerLoyaltyPortal.Tests.Security;

// Alone: what other tests allocate would be taken for a leak.
[CollectionDefinition(nameof(RequestFuzzTests), DisableParallelization = true)]
[Collection(nameof(RequestFuzzTests))]
public sealed class RequestFuzzTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const string Secret = "secret-of-the-other";

    /// <summary>The same requests in every run; another seed by <c>PORTAL_FUZZ_SEED</c>, more by <c>PORTAL_FUZZ_REQUESTS</c>.</summary>
    private static readonly int Seed = Number("PORTAL_FUZZ_SEED", 20_261_122);
    private static readonly int Requests = Number("PORTAL_FUZZ_REQUESTS", 3_000);

    /// <summary>Caches that fill while the first requests come, and nothing that goes on growing.</summary>
    private const long MostGrowth = 64 * 1_048_576;

    private readonly PortalWebFactory _portal = new();
    private readonly List<HttpClient> _clients = [];
    private RequestFuzzer _fuzzer = null!;

    public async Task InitializeAsync()
    {
        var own = await _portal.AddSellerAsync("own-shop");
        var other = await _portal.AddSellerAsync("other-shop");
        await FillAsync(other);
        var (mine, theirs) = (await _portal.MachineAsync(own), await _portal.MachineAsync(other));
        _clients.Add(await _portal.SignedInAsync(await _portal.AddMemberAsync(own, SellerRole.Owner)));
        _clients.Add(await _portal.SignedInAsync(await _portal.AddMemberAsync(own, SellerRole.Analyst)));
        _clients.Add(await _portal.SignedInAsync(await _portal.AddUserAsync("fuzz-operator", true)));
        _clients.Add(mine);
        _clients.Add(_portal.Anonymous());
        _fuzzer = new RequestFuzzer(
            new Random(Seed),
            _portal.Services.GetRequiredService<EndpointDataSource>().Endpoints,
            mine.DefaultRequestHeaders.Authorization!.Parameter!,
            _portal.Server.BaseAddress
        );
        theirs.Dispose();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var client in _clients)
            client.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task Requests_ChangedAtRandom_NeverFailNeverLeakAndLeaveNoMemoryBehind()
    {
        var answers = new SortedDictionary<int, int>();
        var before = 0L;
        for (var number = 0; number < Requests; number++)
        {
            if (number == Requests / 3)
                before = GC.GetTotalMemory(forceFullCollection: true);
            using var request = _fuzzer.Next();
            using var answer = await _clients[_fuzzer.Choose(_clients.Count)].SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();

            var status = (int)answer.StatusCode;
            answers[status] = answers.GetValueOrDefault(status) + 1;
            Assert.True(status < 500, $"Request {number} of seed {Seed}: {status} for {Told(request)}");
            Assert.False(
                body.Contains(Secret, StringComparison.Ordinal),
                $"Request {number} of seed {Seed} shows the other seller: {Told(request)}"
            );
        }
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;

        output.WriteLine(
            $"{Requests} requests, seed {Seed}: {string.Join(", ", answers.Select(a => $"{a.Key} × {a.Value}"))}; "
                + $"grown by {grown / 1_048_576.0:0.0} MB"
        );
        Assert.True(grown < MostGrowth, $"{grown} bytes more than after a third of the requests");
        // The fuzzer reaches what is there, and what is not.
        Assert.Contains(200, answers.Keys);
        Assert.Contains(404, answers.Keys);
        Assert.Contains(401, answers.Keys);
    }

    private static string Told(HttpRequestMessage request) =>
        $"{request.Method} {request.RequestUri} [{string.Join("; ", request.Headers.Select(h => h.Key))}]";

    private static int Number(string variable, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable),
            CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : otherwise;

    private async Task FillAsync(Seller seller)
    {
        await using var context = _portal.Contexts.ForSeller(seller.Id);
        context.Add(
            new LoyaltyProgram
            {
                Name = Secret,
                MechanicJson = "{}",
                MinimumLifeDays = 30,
                CreatedBy = Guid.NewGuid(),
                CreatedAt = FakeClock.DefaultStart,
                ChangedAt = FakeClock.DefaultStart,
            }
        );
        context.Add(new Buyer { ExternalId = new BuyerId(Secret) });
        context.Add(new Buyer { ExternalId = new BuyerId("1") });
        await context.SaveChangesAsync();
    }
}
