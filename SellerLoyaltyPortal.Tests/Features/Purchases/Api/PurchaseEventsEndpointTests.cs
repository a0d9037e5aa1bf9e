using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Api;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Api;

public sealed class PurchaseEventsEndpointTests : IAsyncLifetime, IDisposable
{
    private static readonly Uri Address = new("/api/v1/purchases", UriKind.Relative);

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
    public async Task Post_NewLines_StoresThemForTheKeysSeller()
    {
        var (status, answer) = await PostAsync(_client, Line("L1"), Line("L2", buyer: "b2"));

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal((2, 0, 0, 0), Counts(answer));
        Assert.Equal(
            ["L1", "L2"],
            answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("lineId").GetString())
        );
        var head = await HeadAsync(_shop);
        Assert.Equal((2, 2, 2), (head!.Sequence, head.CurrentLines, head.Buyers));
        await using var context = _portal.Contexts.ForSeller(_shop.Id);
        var stored = await context.Set<PurchaseLine>().SingleAsync(l => l.LineId == "L1");
        Assert.Equal(1_000_000, stored.ListAmount.TenThousandths);
        Assert.Equal(0, stored.ImportId);
    }

    [Fact]
    public async Task Post_SameBatchTwice_ChangesNothing()
    {
        await PostAsync(_client, Line("L1"), Line("L2"));

        var (status, answer) = await PostAsync(_client, Line("L1"), Line("L2"));

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal((0, 0, 2, 0), Counts(answer));
        Assert.Equal(2, (await HeadAsync(_shop))!.Sequence);
    }

    [Fact]
    public async Task Post_HigherVersion_Corrects_LowerChangesNothing()
    {
        await PostAsync(_client, Line("L1"));

        Assert.Equal(
            (0, 1, 0, 0),
            Counts((await PostAsync(_client, Line("L1", price: 5, version: 3))).Answer)
        );
        Assert.Equal(
            (0, 0, 1, 0),
            Counts((await PostAsync(_client, Line("L1", price: 7, version: 2))).Answer)
        );

        await using var context = _portal.Contexts.ForSeller(_shop.Id);
        var current = await context.Set<PurchaseLine>().SingleAsync(l => l.SupersededBy == null);
        Assert.Equal((3, 5L), (current.Version, current.ListAmount.TenThousandths));
    }

    [Fact]
    public async Task Post_CorrectionOfTheLastPurchase_MovesTheEndOfTheLedger()
    {
        await PostAsync(_client, Line("L1", on: "2026-01-10"), Line("L2", on: "2026-01-20"));
        await PostAsync(_client, Line("L2", on: "2026-01-15", version: 2));

        var head = await HeadAsync(_shop);

        Assert.Equal(new DateTime(2026, 1, 10), head!.FirstBoughtAt!.Value.Date);
        Assert.Equal(new DateTime(2026, 1, 15), head.LastBoughtAt!.Value.Date);
    }

    [Fact]
    public async Task Post_SomeLinesWrong_StoresTheGoodOnesAndNamesTheOthers()
    {
        await PostAsync(_client, Line("L1"));

        var (status, answer) = await PostAsync(
            _client,
            Line("L1", price: 9),
            Line("L2"),
            Line("L3", quantity: 0),
            Line("L4", buyer: "anna@mail.example")
        );

        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal((1, 0, 0, 3), Counts(answer));
        var results = answer.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(
            ["refused", "stored", "refused", "refused"],
            results.Select(r => r.GetProperty("outcome").GetString())
        );
        Assert.Equal(("lines[0]", "Conflict"), Problem(results[0]));
        Assert.Equal(("lines[2].quantity", "Zero"), Problem(results[2]));
        Assert.Equal(("lines[3].buyerId", "PersonalData"), Problem(results[3]));
        await using var context = _portal.Contexts.ForSeller(_shop.Id);
        Assert.Equal(
            ["L1", "L2"],
            await context.Set<PurchaseLine>().Select(l => l.LineId).Order().ToListAsync()
        );
        Assert.Equal(1, await context.Set<Buyer>().CountAsync());
    }

    [Fact]
    public async Task Post_ConflictOfAnUnknownBuyer_LeavesNoBuyerBehind()
    {
        await PostAsync(_client, Line("L1"));

        var (status, _) = await PostAsync(_client, Line("L1", buyer: "somebody-else"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        await using var context = _portal.Contexts.ForSeller(_shop.Id);
        Assert.Equal("b1", (await context.Set<Buyer>().SingleAsync()).ExternalId.Value);
    }

    [Fact]
    public async Task Post_NoLineCanBeTaken_IsTheSecondErrorBodyAndStoresNothing()
    {
        var (status, answer) = await PostAsync(_client, Line("L1", quantity: -1), Line("", quantity: 1));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("invalid", answer.GetProperty("code").GetString());
        Assert.Equal(
            ["lines[0].quantity", "lines[1].lineId"],
            answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetString())
        );
        Assert.Null(await HeadAsync(_shop));
    }

    [Fact]
    public async Task Post_SameLineTwiceInABatch_IsStoredOnce()
    {
        var (_, answer) = await PostAsync(_client, Line("L1"), Line("L1"), Line("L1", version: 2, price: 3));

        Assert.Equal((1, 1, 1, 0), Counts(answer));
        Assert.Equal(1, (await HeadAsync(_shop))!.CurrentLines);
    }

    [Fact]
    public async Task Post_AnotherSellersLineId_IsANewLine()
    {
        var other = await _portal.AddSellerAsync("other");
        using var stranger = await _portal.MachineAsync(other);
        await PostAsync(_client, Line("L1"));

        var (_, answer) = await PostAsync(stranger, Line("L1", price: 77));

        Assert.Equal((1, 0, 0, 0), Counts(answer));
        Assert.Equal((1, 1), ((await HeadAsync(_shop))!.Sequence, (await HeadAsync(other))!.Sequence));
    }

    [Fact]
    public async Task Post_ManyRequestsAtOnce_StoreEveryLineOnce()
    {
        // Overlapping batches: each line is sent by two of them.
        var batches = Enumerable
            .Range(0, 40)
            .Select(b => Enumerable.Range(b * 10, 20).Select(i => Line($"L{i}")).ToArray());

        var answers = await Task.WhenAll(batches.Select(lines => PostAsync(_client, lines)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a.Status));
        Assert.Equal(410, answers.Sum(a => Counts(a.Answer).Stored));
        Assert.Equal(390, answers.Sum(a => Counts(a.Answer).Unchanged));
        var head = await HeadAsync(_shop);
        Assert.Equal((410, 410), (head!.Sequence, head.CurrentLines));
    }

    [Fact]
    public async Task Post_WhileAnotherWriterHoldsTheDatabase_IsTurnedAwayAndTakenAfterwards()
    {
        var ledger = _portal.Services.GetRequiredService<PurchaseLedger>();
        await using (await ledger.BeginAsync(_shop.Id, import: null, CancellationToken.None))
        {
            var waiting = Task.Run(() => PostAsync(_client, Line("L1")));
            while (!waiting.IsCompleted)
            {
                _portal.Clock.Advance(TimeSpan.FromSeconds(1.1));
                await Task.Yield();
            }
            Assert.Equal(HttpStatusCode.TooManyRequests, (await waiting).Status);

            using var answer = await _client.PostAsync(Address, Body(Line("L1")));
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.Equal("1", answer.Headers.RetryAfter!.ToString());
            Assert.Null(await HeadAsync(_shop));
        }

        HttpStatusCode later;
        do (later, _) = await PostAsync(_client, Line("L1"));
        while (later == HttpStatusCode.TooManyRequests);

        Assert.Equal(HttpStatusCode.Accepted, later);
        Assert.Equal(1, (await HeadAsync(_shop))!.Sequence);
    }

    [Fact]
    public async Task Post_Gzip_IsUnpacked()
    {
        using var answer = await _client.PostAsync(Address, Packed(Encoding.UTF8.GetBytes(Json(Line("L1")))));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(1, (await HeadAsync(_shop))!.Sequence);
    }

    [Fact]
    public async Task Post_GzipThatSwellsBeyondTheLimit_IsTooLarge()
    {
        using var answer = await _client.PostAsync(Address, Packed(new byte[RequestBody.MostBytes + 1]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("gzip", HttpStatusCode.BadRequest)]
    [InlineData("br", HttpStatusCode.UnsupportedMediaType)]
    public async Task Post_PackingThatIsNone_IsRefused(string packing, HttpStatusCode expected)
    {
        using var body = new StringContent(Json(Line("L1")), Encoding.UTF8, "application/json");
        body.Headers.ContentEncoding.Add(packing);

        using var answer = await _client.PostAsync(Address, body);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Null(await HeadAsync(_shop));
    }

    [Fact]
    public async Task Post_BrokenJson_IsABadRequestThatSaysWhere()
    {
        using var body = new StringContent("{\"lines\":[\n{]}", Encoding.UTF8, "application/json");

        using var answer = await _client.PostAsync(Address, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains("2:", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TheDescriptionsExample_IsTaken()
    {
        var description = await _client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var example = description
            .GetProperty("paths")
            .GetProperty("/api/v1/purchases")
            .GetProperty("post")
            .GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("example");
        using var body = new StringContent(example.GetRawText(), Encoding.UTF8, "application/json");

        using var answer = await _client.PostAsync(Address, body);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal((2, 0, 0, 0), Counts(await answer.Content.ReadFromJsonAsync<JsonElement>()));
    }

    [Fact]
    public async Task Post_HashedBuyers_AreThePseudonymsThatAFileWouldGet()
    {
        using var answer = await _client.PostAsync(
            new Uri("/api/v1/purchases?hashBuyers=true", UriKind.Relative),
            Body(Line("L1", buyer: "Ann@example.org"), Line("L2", buyer: "ann@example.org "))
        );

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.DoesNotContain(
            "example.org",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        var hash = await _portal.Services.GetRequiredService<BuyerSecrets>().HashAsync(_shop.Id, default);
        await using var context = _portal.Contexts.ForSeller(_shop.Id);
        Assert.Equal(hash.Of("ann@example.org"), (await context.Set<Buyer>().SingleAsync()).ExternalId.Value);
    }

    [Fact]
    public async Task Post_NewLines_MoveTheLastEvent_RepeatedOnesDoNot()
    {
        await PostAsync(_client, Line("L1"));
        var first = (await HeadAsync(_shop))!.LastEventAt;
        Assert.Equal(_portal.Clock.GetUtcNow(), first);

        _portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await PostAsync(_client, Line("L1"));
        Assert.Equal(first, (await HeadAsync(_shop))!.LastEventAt);
        await PostAsync(_client, Line("L2"));
        Assert.Equal(_portal.Clock.GetUtcNow(), (await HeadAsync(_shop))!.LastEventAt);
    }

    private async Task<LedgerHead?> HeadAsync(Seller seller) =>
        await _portal
            .Services.GetRequiredService<PurchaseLedger>()
            .FindHeadAsync(seller.Id, CancellationToken.None);

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(
        HttpClient client,
        params object[] lines
    )
    {
        using var answer = await client.PostAsync(Address, Body(lines));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static StringContent Body(params object[] lines) =>
        new(Json(lines), Encoding.UTF8, "application/json");

    private static string Json(params object[] lines) => JsonSerializer.Serialize(new { lines });

    private static ByteArrayContent Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        var body = new ByteArrayContent(packed.ToArray());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        body.Headers.ContentEncoding.Add("gzip");
        return body;
    }

    private static object Line(
        string lineId,
        string buyer = "b1",
        long price = 1_000_000,
        int quantity = 1,
        int version = 1,
        string on = "2026-03-10"
    ) =>
        new
        {
            lineId,
            version,
            buyerId = buyer,
            orderId = "o1",
            sku = "s1",
            quantity,
            listPrice = price,
            boughtAt = on,
        };

    private static (int Stored, int Corrected, int Unchanged, int Refused) Counts(JsonElement answer) =>
        (
            answer.GetProperty("stored").GetInt32(),
            answer.GetProperty("corrected").GetInt32(),
            answer.GetProperty("unchanged").GetInt32(),
            answer.GetProperty("refused").GetInt32()
        );

    private static (string?, string?) Problem(JsonElement result)
    {
        var problem = result.GetProperty("problems").EnumerateArray().First();
        return (problem.GetProperty("path").GetString(), problem.GetProperty("code").GetString());
    }
}
