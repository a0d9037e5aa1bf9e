using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Logging;
using SellerLoyaltyPortal.Frame;

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
