using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SellerLoyaltyPortal.Features.Operations.Logs;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Operations.Logs;

public sealed class JsonLinesTests
{
    [Fact]
    public void Write_EntryWithinARequest_IsOneLineWithValuesTraceAndNoScope()
    {
        using var request = new Activity("request").Start();
        var scopes = new LoggerExternalScopeProvider();
        using var scope = scopes.Push(
            new Dictionary<string, object> { ["RequestPath"] = "/sellers/shop/buyers/buyer-17" }
        );
        var moment = new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.Zero);

        var line = LineOf(
            new InvalidOperationException("two\nlines"),
            scopes,
            "Import {Job} of {Rows} rows, {Done}, {At}, {Nobody}: \"так\"",
            Guid.Empty,
            20_000,
            true,
            moment,
            null
        );

        Assert.Equal(1, line.Count(c => c == '\n'));
        Assert.DoesNotContain("buyer-17", line, StringComparison.Ordinal);
        var entry = JsonDocument.Parse(line).RootElement;
        Assert.Equal(request.TraceId.ToString(), entry.GetProperty("trace").GetString());
        Assert.Equal("Warning", entry.GetProperty("level").GetString());
        Assert.Equal("portal.tests", entry.GetProperty("category").GetString());
        Assert.EndsWith(": \"так\"", entry.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("two\nlines", entry.GetProperty("exception").GetString(), StringComparison.Ordinal);
        var values = entry.GetProperty("values");
        Assert.Equal(
            (20_000, true, JsonValueKind.Null, moment, Guid.Empty),
            (
                values.GetProperty("Rows").GetInt32(),
                values.GetProperty("Done").GetBoolean(),
                values.GetProperty("Nobody").ValueKind,
                values.GetProperty("At").GetDateTimeOffset(),
                values.GetProperty("Job").GetGuid()
            )
        );
        Assert.Equal(5, values.EnumerateObject().Count());
    }

    [Fact]
    public void Write_EntryOutsideARequest_HasNoTrace()
    {
        Activity.Current = null;

        var entry = JsonDocument.Parse(LineOf(null, new LoggerExternalScopeProvider(), "Up")).RootElement;

        Assert.False(entry.TryGetProperty("trace", out _));
        Assert.Equal(new FakeClock().GetUtcNow(), entry.GetProperty("time").GetDateTimeOffset());
    }

    private static string LineOf(
        Exception? failure,
        IExternalScopeProvider scopes,
        string template,
        params object?[] values
    )
    {
        var logger = new Catching(new JsonLines(new FakeClock()), scopes);
#pragma warning disable CA2254 // The template is the test's.
        logger.LogWarning(failure, template, values);
#pragma warning restore CA2254
        return logger.Text;
    }

    private sealed class Catching(JsonLines lines, IExternalScopeProvider scopes) : ILogger
    {
        public string Text { get; private set; } = "";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            using var text = new StringWriter { NewLine = "\n" };
            lines.Write(
                new LogEntry<TState>(logLevel, "portal.tests", eventId, state, exception, formatter),
                scopes,
                text
            );
            Text = text.ToString();
        }
    }
}
