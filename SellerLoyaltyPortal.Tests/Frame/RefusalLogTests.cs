using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SellerLoyaltyPortal.Frame;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Frame;

public sealed class RefusalLogTests
{
    [Theory]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(429, true)]
    [InlineData(200, false)]
    [InlineData(404, false)]
    public async Task Invoke_Refusal_IsWrittenWithThePatternAndNoBuyer(int status, bool isWritten)
    {
        var log = new Lines();
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = "/sellers/shop/buyers/buyer-17";
        context.SetEndpoint(
            new RouteEndpoint(
                _ => Task.CompletedTask,
                RoutePatternFactory.Parse("/sellers/{seller}/buyers/{buyer}"),
                0,
                null,
                null
            )
        );

        await new RefusalLog(
            http =>
            {
                http.Response.StatusCode = status;
                return Task.CompletedTask;
            },
            new RefusalMeter(services.GetRequiredService<IMeterFactory>()),
            log
        ).InvokeAsync(context);

        Assert.Equal(isWritten ? 1 : 0, log.Written.Count);
        Assert.All(
            log.Written,
            line =>
            {
                Assert.Contains(
                    $"{status} for GET /sellers/{{seller}}/buyers/{{buyer}}",
                    line,
                    StringComparison.Ordinal
                );
                Assert.DoesNotContain("buyer-17", line, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Portal_RefusalsThatAreHidden_AreWrittenAndCountedAndOthersNot()
    {
        var log = new Lines();
        using var portal = new PortalWebFactory();
        using var watched = portal.WithWebHostBuilder(b =>
            b.ConfigureTestServices(s => s.AddSingleton<ILogger<RefusalLog>>(log))
        );
        await portal.AddSellerAsync("theirs");
        var user = await portal.AddUserAsync("tries-doors");
        using var signedIn = await portal.SignedInAsync(user);
        using var page = await signedIn.GetAsync(new Uri("/account/profile", UriKind.Relative));
        using var client = watched.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", page.RequestMessage!.Headers.GetValues("Cookie").Single());
        var counted = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            // Of this portal, not of those that run beside it.
            if (
                instrument.Meter.Name == RefusalMeter.Name
                && instrument.Meter.Scope == watched.Services.GetRequiredService<IMeterFactory>()
            )
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref counted, value));
        listener.Start();

        foreach (
            var address in (string[])
                ["/sellers/theirs/members", "/sellers/nobodys/members", "/operator", "/nowhere"]
        )
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        var who = $"person {user.Id}, key (null), from (null)";
        Assert.Equal(
            [
                $"404 for GET /sellers/{{Seller}}/members, {who}",
                $"404 for GET /sellers/{{Seller}}/members, {who}",
                $"404 for GET /operator, {who}",
            ],
            log.Written
        );
        Assert.Equal(3, counted);
    }

    private sealed class Lines : ILogger<RefusalLog>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add(formatter(state, exception));
    }
}
