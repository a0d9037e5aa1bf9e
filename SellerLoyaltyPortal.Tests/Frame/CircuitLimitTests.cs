using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Frame;

namespace SellerLoyaltyPortal.Tests.Frame;

public sealed class CircuitLimitTests
{
    private readonly CircuitLimit _limit = new(Options.Create(new WebOptions { CircuitsPerPerson = 2 }));

    [Fact]
    public async Task Connect_MoreThanAPersonMay_IsRefusedUntilOneCloses()
    {
        var open = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        var connected = open.Select(o => ConnectAsync("one", o.Task)).ToList();

        var refused = await ConnectAsync("one", Task.CompletedTask);
        var somebodyElses = await ConnectAsync("two", Task.CompletedTask);
        open[0].SetResult();
        await connected[0];
        var again = await ConnectAsync("one", Task.CompletedTask);
        open[1].SetResult();

        Assert.Equal(StatusCodes.Status429TooManyRequests, refused);
        Assert.Equal(StatusCodes.Status200OK, somebodyElses);
        Assert.Equal(StatusCodes.Status200OK, again);
        Assert.Equal(StatusCodes.Status200OK, await connected[1]);
    }

    private async Task<int> ConnectAsync(string person, Task open)
    {
        var context = new DefaultHttpContext
        {
            User = new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], "test")),
        };
        context.Request.Method = HttpMethods.Get;
        await _limit.InvokeAsync(context, _ => open);
        return context.Response.StatusCode;
    }
}
