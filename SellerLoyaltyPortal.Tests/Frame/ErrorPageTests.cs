using Bunit;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Frame;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Frame;

public sealed class ErrorPageTests : PortalBunitContext
{
    [Theory]
    [InlineData(5, 503, "10")]
    [InlineData(8, 503, "120")]
    [InlineData(11, 503, "120")]
    [InlineData(13, 503, "120")]
    [InlineData(19, 500, "")]
    public void Page_Failure_TellsABusyDatabaseFromAFault(int code, int status, string retryAfter)
    {
        var http = new DefaultHttpContext { Response = { StatusCode = 500 } };
        http.Features.Set<IExceptionHandlerFeature>(
            new ExceptionHandlerFeature { Error = new SqliteException("x", code), Path = "/" }
        );

        Services.AddSingleton<StorageWatch>();
        var page = Render<ErrorPage>(p => p.AddCascadingValue<HttpContext>(http));

        Assert.Equal(status, http.Response.StatusCode);
        Assert.Equal(retryAfter, http.Response.Headers.RetryAfter.ToString());
        // The fault has a number for support, the busy database needs none.
        Assert.Equal(
            status == 500,
            page.Find(".state-error span")
                .TextContent.Contains(http.TraceIdentifier, StringComparison.Ordinal)
        );
    }
}
