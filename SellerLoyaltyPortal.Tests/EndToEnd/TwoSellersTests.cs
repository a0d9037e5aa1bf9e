using System.Data.Common;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Reports.Exports;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Architecture;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>
/// Signed in as a member of one seller, asks for everything of another: every address that the portal has,
/// with the other's name and with the other's ids under the own name. Nothing comes, and nothing tells that
/// it exists.
/// </summary>
public sealed partial class TwoSellersTests : IAsyncLifetime, IDisposable
{
    private const string Secret = "secret-of-the-other";

    private const long NobodysId = 999_999;

    private readonly PortalWebFactory _portal = new();
    private Seller _own = default!;
    private Seller _other = default!;
    private long _otherProgram;
    private Guid _otherExport;

    private static readonly Dictionary<string, string> BackgroundWork = new(StringComparer.Ordinal)
    {
        ["DemoStart"] = "fills the demo of a development machine; switched off here",
        ["EventQueue"] = "writes each batch in the context of the seller whose key brought it",
        ["ExportKeeper"] = "removes files by their age, seller by seller",
        ["FirstPages"] = "asks for the first pages as nobody",
        ["KeyUses"] = "one column of a key, by its id",
        ["LedgersAtStart"] = "reads ledgers into memory, each in its seller's context",
        ["MetricsCollector"] = "counts, no rows",
        ["ProgramClock"] = "looks for due programs, then works in each seller's own context",
        ["RunningMark"] = "a file that says that the portal runs, no rows",
        ["SessionUses"] = "one column of a session, by its id",
    };

    private IReadOnlyList<RouteFacts> SellerAddresses =>
        [
            .. RouteFacts
                .Of(_portal.Services.GetRequiredService<EndpointDataSource>().Endpoints)
                .Where(route => route.Pattern.StartsWith("/sellers/", StringComparison.Ordinal)),
        ];

    public async Task InitializeAsync()
    {
        _own = await _portal.AddSellerAsync("own-shop");
        _other = await _portal.AddSellerAsync("other-shop");
        _otherProgram = await FillAsync(_other);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _portal.Dispose();

    [Theory]
    [InlineData(SellerRole.Owner)]
    [InlineData(SellerRole.Analyst)]
    public async Task EveryAddress_OfTheOtherSeller_IsNotThereAndLooksLikeOneThatDoesNotExist(SellerRole role)
    {
        using var client = await _portal.SignedInAsync(await _portal.AddMemberAsync(_own, role));
        Assert.True(SellerAddresses.Count > 1);

        foreach (var route in SellerAddresses)
        {
            var others = await AskAsync(client, Fill(route, _other.Slug));
            var nobodys = await AskAsync(client, Fill(route, "no-such-shop"));

            Assert.True(others.Status == HttpStatusCode.NotFound, $"{route}: {others.Status}");
            Assert.Equal(nobodys, others);
        }
    }

    /// <summary>
    /// An answer that takes longer for what exists tells that it exists. Measured without a watch: the same
    /// statements are sent to the database for both.
    /// </summary>
    [Fact]
    public async Task EveryAddress_OfTheOtherSeller_AsksTheDatabaseAsMuchAsOneThatDoesNotExist()
    {
        var asked = new CountedStatements();
        using var counted = _portal.WithWebHostBuilder(builder =>
            builder.ConfigureTestServices(services =>
                services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(asked))
            )
        );
        using var client = counted.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var signedIn = await _portal.SignedInAsync(
            await _portal.AddMemberAsync(_own, SellerRole.Owner)
        );
        using var page = await signedIn.GetAsync(new Uri("/account/profile", UriKind.Relative));
        client.DefaultRequestHeaders.Add("Cookie", page.RequestMessage!.Headers.GetValues("Cookie").Single());

        foreach (var route in SellerAddresses)
        {
            var counts = new List<int>();
            foreach (var slug in new[] { _other.Slug, "no-such-shop" })
            {
                var before = asked.Count;
                await AskAsync(client, Fill(route, slug));
                counts.Add(asked.Count - before);
            }

            Assert.True(counts[0] > 0, $"{route}: nothing was asked, so nothing was counted");
            Assert.True(counts[0] == counts[1], $"{route}: {counts[0]} statements against {counts[1]}");
        }
    }

    /// <summary>Its own people get the file that the test above is refused.</summary>
    [Fact]
    public async Task FinishedExport_OfTheOther_IsThereForItsOwnMembersOnly()
    {
        using var theirs = await _portal.SignedInAsync(
            await _portal.AddMemberAsync(_other, SellerRole.Analyst)
        );
        using var own = await _portal.SignedInAsync(await _portal.AddMemberAsync(_own, SellerRole.Owner));

        using var shown = await theirs.GetAsync(
            new Uri($"/sellers/{_other.Slug}/reports/files/{_otherExport}", UriKind.Relative)
        );
        using var hidden = await own.GetAsync(
            new Uri($"/sellers/{_own.Slug}/reports/files/{_otherExport}", UriKind.Relative)
        );

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal(Secret, await shown.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    /// <summary>What a browser may call without an address: Blazor's own hub, whose pages are authorized one by one.</summary>
    [Fact]
    public void Hubs_Enumerated_AreBlazorsAlone() =>
        Guard.SameSet(
            ["ComponentHub"],
            _portal
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.Select(e => e.Metadata.GetMetadata<HubMetadata>()?.HubType.Name)
                .OfType<string>()
                .Distinct(),
            "hubs of the portal:"
        );

    /// <summary>Work without a request: each kind once looked at for whose rows it touches.</summary>
    [Fact]
    public void BackgroundWork_Enumerated_IsTheKnownOnes() =>
        Guard.SameSet(
            BackgroundWork.Keys,
            _portal
                .Services.GetServices<IHostedService>()
                .Select(service => service.GetType())
                .Where(type => type.Assembly == typeof(Program).Assembly)
                .Select(type => type.Name),
            "background work of the portal:"
        );

    [Theory]
    [InlineData(SellerRole.Owner)]
    [InlineData(SellerRole.Analyst)]
    public async Task EveryAddressWithAnId_OfTheOtherUnderTheOwnName_ShowsNothingOfIt(SellerRole role)
    {
        using var client = await _portal.SignedInAsync(await _portal.AddMemberAsync(_own, role));

        Assert.Contains(SellerAddresses, HasId);
        foreach (var route in SellerAddresses)
        {
            using var answer = await client.GetAsync(new Uri(Fill(route, _own.Slug), UriKind.Relative));
            var body = await answer.Content.ReadAsStringAsync();

            using var nobodys = await client.GetAsync(
                new Uri(Fill(route, _own.Slug, NobodysId), UriKind.Relative)
            );

            Assert.Equal(nobodys.StatusCode, answer.StatusCode);
            // An analyst is refused an owner's address before the id is looked at.
            if (HasId(route) && answer.StatusCode != HttpStatusCode.Forbidden)
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{route}: {answer.StatusCode}");
            Assert.True(
                !body.Contains(Secret, StringComparison.Ordinal),
                $"{route} shows something of the other seller"
            );
            Assert.True((int)answer.StatusCode < 500, $"{route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task EveryAddress_OfTheOwnSeller_IsThereForItsOwner()
    {
        using var client = await _portal.SignedInAsync(await _portal.AddMemberAsync(_own, SellerRole.Owner));

        foreach (var route in SellerAddresses.Where(r => r.Page is not null && !HasId(r)))
        {
            using var answer = await client.GetAsync(new Uri(Fill(route, _own.Slug), UriKind.Relative));

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task EveryAddress_SignedOut_AsksToSignInAndNothingElse()
    {
        using var client = _portal.Anonymous();

        foreach (var route in SellerAddresses)
        {
            var others = await AskAsync(client, Fill(route, _other.Slug));
            var nobodys = await AskAsync(client, Fill(route, "no-such-shop"));

            Assert.True(others.Status == HttpStatusCode.Redirect, $"{route}: {others.Status}");
            Assert.Equal(nobodys, others);
        }
    }

    [Fact]
    public async Task OperatorWithoutMembership_EverySellersAddress_IsNotThere()
    {
        using var client = await _portal.SignedInAsync(
            await _portal.AddUserAsync("operator", isOperator: true)
        );

        foreach (var route in SellerAddresses)
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(client, Fill(route, _other.Slug))).Status);
    }

    private static async Task<(HttpStatusCode Status, string Location, string Body)> AskAsync(
        HttpClient client,
        string address
    )
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
        return (answer.StatusCode, Neutral(answer.Headers.Location?.ToString() ?? ""), Neutral(body));
    }

    /// <summary>Without what differs from request to request: tokens, references, the name that was asked for.</summary>
    private static string Neutral(string text) =>
        Changing()
            .Replace(
                text.Replace("other-shop", "?", StringComparison.Ordinal)
                    .Replace("no-such-shop", "?", StringComparison.Ordinal),
                ""
            );

    private static bool HasId(RouteFacts route) => Parameter().Count(route.Pattern) > 1;

    /// <summary>The address with the seller's name and, for every other parameter, the other seller's id.</summary>
    private string Fill(RouteFacts route, string slug, long? id = null) =>
        Parameter()
            .Replace(
                route.Pattern,
                match =>
                    match.Groups["name"].Value == Policies.SellerRouteParameter ? slug
                    : match.Value.Contains(":guid", StringComparison.Ordinal)
                        ? (id is null ? _otherExport : Guid.Empty).ToString()
                    : (id ?? _otherProgram).ToString(CultureInfo.InvariantCulture)
            );

    private async Task<long> FillAsync(Seller seller)
    {
        await using var context = _portal.Contexts.ForSeller(seller.Id);
        var program = new LoyaltyProgram
        {
            Name = Secret,
            MechanicJson = "{}",
            MinimumLifeDays = 30,
            CreatedBy = Guid.NewGuid(),
            CreatedAt = FakeClock.DefaultStart,
            ChangedAt = FakeClock.DefaultStart,
        };
        context.Add(program);
        await context.SaveChangesAsync();
        // A buyer under the same number as the program: one filling serves every address with an id.
        context.Add(
            new Buyer { ExternalId = new BuyerId(program.Id.ToString(CultureInfo.InvariantCulture)) }
        );
        context.Add(new Buyer { ExternalId = new BuyerId(Secret) });
        _otherExport = Guid.NewGuid();
        context.Add(
            new ReportExport
            {
                Id = _otherExport,
                Report = "qualifying",
                Inputs = "",
                Language = "ru",
                FileName = "file.xlsx",
                State = ReportExportState.Done,
                RequestedBy = Guid.NewGuid(),
                RequestedAt = FakeClock.DefaultStart,
                Rows = 1,
            }
        );
        _portal
            .Services.GetRequiredService<ExportFiles>()
            .Write(_otherExport, file => file.Write(Encoding.UTF8.GetBytes(Secret)));
        await context.SaveChangesAsync();
        return program.Id;
    }

    private sealed class CountedStatements : DbCommandInterceptor
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref _count);
            return ValueTask.FromResult(result);
        }
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();

    [GeneratedRegex(
        @"<input[^>]*__RequestVerificationToken[^>]*>|<!--Blazor.*?-->|[0-9a-f]{16,}",
        RegexOptions.Singleline
    )]
    private static partial Regex Changing();
}
