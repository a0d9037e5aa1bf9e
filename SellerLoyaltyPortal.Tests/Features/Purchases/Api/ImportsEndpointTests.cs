using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Api;

public sealed class ImportsEndpointTests : IAsyncLifetime, IDisposable
{
    private const string Header = "line_id,buyer_id,order_id,sku,quantity,list_price,bought_at\n";

    private readonly PortalWebFactory _portal = new();
    private Seller _shop = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _shop = await _portal.AddSellerAsync("shop");
        _client = await _portal.MachineAsync(_shop);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task Send_GoodFile_IsCheckedThenStored()
    {
        var sent = await SendAsync(_client, PurchaseFormat.Sample);
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        var checkedFile = await EndOfAsync(_client, sent.Headers.Location!);
        Assert.Equal("checked", checkedFile.GetProperty("state").GetString());
        Assert.False(checkedFile.GetProperty("report").GetProperty("stored").GetBoolean());
        Assert.Equal(3, checkedFile.GetProperty("report").GetProperty("added").GetInt64());
        Assert.Null(await HeadAsync());
        using var store = await _client.PostAsync(At(sent, "/store"), content: null);
        Assert.Equal(HttpStatusCode.Accepted, store.StatusCode);
        var done = await EndOfAsync(_client, sent.Headers.Location!);
        Assert.Equal("done", done.GetProperty("state").GetString());
        Assert.True(done.GetProperty("report").GetProperty("stored").GetBoolean());
        Assert.Equal(4, (await HeadAsync())!.Sequence);
    }

    [Fact]
    public async Task Send_WrongRows_AreListedAndLeftOutOnDemand()
    {
        var sent = await SendAsync(_client, Header + "L1,b,o,s,1,1,2026-03-01\nL2,b,o,s,one,1,2026-03-01\n");
        var report = (await EndOfAsync(_client, sent.Headers.Location!)).GetProperty("report");
        Assert.Equal(1, report.GetProperty("refused").GetInt64());
        var group = report.GetProperty("refusedGroups")[0];
        Assert.Equal(
            ("quantity", "notAWholeNumber", "3"),
            (
                group.GetProperty("column").GetString(),
                group.GetProperty("reason").GetString(),
                group.GetProperty("rows").GetString()
            )
        );
        var list = await _client.GetStringAsync(At(sent, "/errors"));
        Assert.Contains("3,\"quantity\",\"one\",NotAWholeNumber", list, StringComparison.Ordinal);
        using var store = await _client.PostAsync(At(sent, "/store?goodRowsOnly=true"), content: null);
        var done = await EndOfAsync(_client, sent.Headers.Location!);
        Assert.Equal(1, done.GetProperty("report").GetProperty("added").GetInt64());
    }

    [Fact]
    public async Task Send_WhileAnotherWaits_IsRefusedUntilThatIsDiscarded()
    {
        var first = await SendAsync(_client, PurchaseFormat.Sample);
        await EndOfAsync(_client, first.Headers.Location!);
        using var second = await SendAsync(_client, PurchaseFormat.Sample);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        var problem = await second.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("conflict", problem.GetProperty("code").GetString());
        using var otherKey = await _portal.MachineAsync(_shop);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(otherKey, PurchaseFormat.Sample)).StatusCode);
        using var discard = await _client.DeleteAsync(first.Headers.Location);
        Assert.Equal(HttpStatusCode.NoContent, discard.StatusCode);
        using var gone = await _client.GetAsync(first.Headers.Location);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(_client, PurchaseFormat.Sample)).StatusCode);
        Assert.Null(await HeadAsync());
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "ImportNeedsMapping")]
    [InlineData("", "FileIsEmpty")]
    public async Task Send_FileThatNobodyDescribed_IsRefused(string text, string code)
    {
        using var sent = await SendAsync(_client, text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var body = await sent.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, body.GetProperty("errors")[0].GetProperty("code").GetString());
        // It is not in anybody's way.
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(_client, PurchaseFormat.Sample)).StatusCode);
    }

    [Fact]
    public async Task Find_ImportOfAnotherSeller_IsNotThere()
    {
        var sent = await SendAsync(_client, PurchaseFormat.Sample);
        await EndOfAsync(_client, sent.Headers.Location!);
        var other = await _portal.AddSellerAsync("other");
        using var stranger = await _portal.MachineAsync(other);
        using var seen = await stranger.GetAsync(sent.Headers.Location);
        using var stored = await stranger.PostAsync(At(sent, "/store"), content: null);
        using var ended = await stranger.DeleteAsync(sent.Headers.Location);
        Assert.All(
            (HttpResponseMessage[])[seen, stored, ended],
            answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode)
        );
        Assert.Equal(
            "checked",
            (await EndOfAsync(_client, sent.Headers.Location!)).GetProperty("state").GetString()
        );
    }

    [Fact]
    public async Task Send_MoreThanTheHoursFilesOfAKey_IsTurnedAwayUntilTheHourIsOver()
    {
        using var strict = _portal.WithWebHostBuilder(b =>
            b.UseSetting("PurchasesOptions:FilesPerHourOfKey", "1")
        );
        using var client = strict.CreateClient();
        client.DefaultRequestHeaders.Authorization = _client.DefaultRequestHeaders.Authorization;
        using var first = await SendAsync(client, PurchaseFormat.Sample);
        await EndOfAsync(client, first.Headers.Location!);
        using var discard = await client.DeleteAsync(first.Headers.Location);
        _portal.Clock.Advance(TimeSpan.FromMinutes(59.5));

        using var refused = await SendAsync(client, PurchaseFormat.Sample);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), refused.Headers.RetryAfter?.Delta);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("too_many_requests", problem.GetProperty("code").GetString());
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(client, PurchaseFormat.Sample)).StatusCode);
    }

    private static Uri At(HttpResponseMessage sent, string what) =>
        new(sent.Headers.Location + what, UriKind.Relative);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string text)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        return await client.PostAsync(new Uri("/api/v1/imports?fileName=a.csv", UriKind.Relative), content);
    }

    private Task<LedgerHead?> HeadAsync() =>
        _portal.Services.GetRequiredService<PurchaseLedger>().FindHeadAsync(_shop.Id, default);

    private static async Task<JsonElement> EndOfAsync(HttpClient client, Uri address)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answer = await client.GetFromJsonAsync<JsonElement>(address, limit.Token);
            if (answer.GetProperty("state").GetString() is not ("checking" or "storing"))
                return answer;
            await Task.Yield();
        }
    }
}
