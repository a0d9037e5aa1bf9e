using System.Diagnostics.Metrics;
using System.Net;
using SellerLoyaltyPortal.Features.Operations.Metrics;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Operations.Metrics;

public sealed class MetricsTests : IDisposable
{
    private const string Token = "a-token-of-enough-length";
    private static readonly Uri Address = new("/metrics", UriKind.Relative);

    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "Bearer ")]
    [InlineData(Token, null)]
    [InlineData(Token, "Bearer wrong")]
    [InlineData(Token, Token)]
    public async Task Get_WithoutTheToken_IsNotThere(string? set, string? sent)
    {
        using var portal = _portal.WithWebHostBuilder(web =>
        {
            if (set is not null)
                web.UseSetting("OperationsOptions:MetricsToken", set);
        });
        using var client = portal.CreateClient();
        if (sent is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", sent);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address)).StatusCode);
    }

    [Fact]
    public async Task Get_WithTheToken_TellsOfRequestsByRouteAndOfNobody()
    {
        using var portal = _portal.WithWebHostBuilder(web =>
            web.UseSetting("OperationsOptions:MetricsToken", Token)
        );
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        await client.GetAsync(new Uri("/health/live", UriKind.Relative));
        await client.GetAsync(new Uri("/sellers/secret-shop/buyers", UriKind.Relative));

        var text = await client.GetStringAsync(Address);

        Assert.Contains(
            "# TYPE http_server_request_duration_seconds histogram",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("http_route=\"/health/live\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-shop", text, StringComparison.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Matches(@"^(# (HELP|TYPE) .+|[a-z0-9_]+(\{.*\})? (-?[0-9.E+\-]+|NaN|[+\-]Inf))$", line);
    }

    [Fact]
    public async Task Text_OwnMeter_AddsUpByKind()
    {
        using var meter = new Meter("SellerLoyaltyPortal.Test");
        using var collector = new MetricsCollector();
        await collector.StartAsync(CancellationToken.None);
        var counter = meter.CreateCounter<long>("test.rows", description: "Rows \"read\"\nso far");
        var histogram = meter.CreateHistogram<double>("test.took", unit: "s");
        meter.CreateObservableGauge("test.held", () => 42L, unit: "By");

        counter.Add(2, new KeyValuePair<string, object?>("kind", "csv"));
        counter.Add(3, new KeyValuePair<string, object?>("kind", "csv"));
        counter.Add(1, new KeyValuePair<string, object?>("buyer", "b-1"));
        histogram.Record(0.02);
        histogram.Record(20);
        var text = collector.Text();

        Assert.Contains(
            "# HELP test_rows_total Rows \\\"read\\\"\\nso far\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("test_rows_total{kind=\"csv\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("test_rows_total 1\n", text, StringComparison.Ordinal);
        Assert.Contains("test_took_seconds_bucket{le=\"0.025\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("test_took_seconds_bucket{le=\"+Inf\"} 2\n", text, StringComparison.Ordinal);
        Assert.Contains("test_took_seconds_sum 20.02\n", text, StringComparison.Ordinal);
        Assert.Contains("test_held_bytes 42\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_ManyTags_StopsAtTheLimit()
    {
        using var meter = new Meter("SellerLoyaltyPortal.Test.Many");
        using var collector = new MetricsCollector();
        await collector.StartAsync(CancellationToken.None);
        var counter = meter.CreateCounter<int>("test.many");
        for (var i = 0; i < 2 * MetricsCollector.MaxSeries; i++)
            counter.Add(1, new KeyValuePair<string, object?>("kind", i));

        Assert.Equal(
            MetricsCollector.MaxSeries,
            collector
                .Text()
                .Split('\n')
                .Count(l => l.StartsWith("test_many_total{", StringComparison.Ordinal))
        );
    }
}
