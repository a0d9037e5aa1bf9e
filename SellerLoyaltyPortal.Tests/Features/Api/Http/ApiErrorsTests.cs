using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SellerLoyaltyPortal.Features.Api.Http;

namespace SellerLoyaltyPortal.Tests.Features.Api.Http;

public sealed class ApiErrorsTests
{
    [Fact]
    public async Task Invoke_DatabaseBusy_Is503WithRetryAfter()
    {
        var (context, body) = await FailAsync(new DbUpdateException("no", new SqliteException("busy", 5)));

        Assert.Equal(503, context.Response.StatusCode);
        Assert.Equal("10", context.Response.Headers.RetryAfter);
        Assert.Equal("busy", body.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Invoke_Bug_Is500WithAReferenceAndNothingElse()
    {
        var (context, body) = await FailAsync(new InvalidOperationException("secret"));

        Assert.Equal(500, context.Response.StatusCode);
        Assert.Equal("failed", body.GetProperty("code").GetString());
        Assert.DoesNotContain("secret", body.GetRawText(), StringComparison.Ordinal);
        Assert.NotNull(body.GetProperty("reference").GetString());
    }

    private static async Task<(HttpContext Context, JsonElement Body)> FailAsync(Exception failure)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        using var written = new MemoryStream();
        context.Response.Body = written;
        await new ApiErrors(_ => throw failure, NullLogger<ApiErrors>.Instance).InvokeAsync(context);
        written.Position = 0;
        using var body = await JsonDocument.ParseAsync(written);
        return (context, body.RootElement.Clone());
    }
}
