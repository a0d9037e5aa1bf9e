using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
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

    [Theory]
    [InlineData(13, "storage_full")]
    [InlineData(8, "storage_read_only")]
    [InlineData(11, "storage_damaged")]
    [InlineData(10, "storage_failing")]
    public async Task Invoke_StorageFault_Is503WithItsOwnCode(int result, string code)
    {
        var (context, body) = await FailAsync(new SqliteException("secret", result));

        Assert.Equal(503, context.Response.StatusCode);
        Assert.Equal("120", context.Response.Headers.RetryAfter);
        Assert.Equal(code, body.GetProperty("code").GetString());
        // The code has words of its own, not its key.
        Assert.Contains(' ', body.GetProperty("message").GetString()!);
        Assert.DoesNotContain("secret", body.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("203.0.113.9", 400)]
    [InlineData("127.0.0.1", 500)]
    public async Task Invoke_KeyUnencrypted_IsTakenFromThisMachineOnly(string from, int status)
    {
        var (context, body) = await FailAsync(new InvalidOperationException(), IPAddress.Parse(from));

        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(status == 400, body.GetProperty("code").GetString() == "https_required");
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

    private static async Task<(HttpContext Context, JsonElement Body)> FailAsync(
        Exception failure,
        IPAddress? from = null
    )
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddLocalization()
            .BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Connection.RemoteIpAddress = from;
        using var written = new MemoryStream();
        context.Response.Body = written;
        await new ApiErrors(
            _ => throw failure,
            new HostingEnvironment { EnvironmentName = Environments.Production },
            NullLogger<ApiErrors>.Instance
        ).InvokeAsync(context);
        written.Position = 0;
        using var body = await JsonDocument.ParseAsync(written);
        return (context, body.RootElement.Clone());
    }
}
