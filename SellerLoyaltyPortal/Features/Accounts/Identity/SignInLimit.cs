using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// How often one network address may try to sign in, whoever it says it is: the lock-out of an account stops
/// many tries at one person, this stops one try at many.
/// </summary>
internal static class SignInLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private const int Segments = 5;

    public static void AddTo(RateLimiterOptions options) =>
        options.AddPolicy(AccountAddresses.SignInLimit, PartitionOf);

    private static RateLimitPartition<string> PartitionOf(HttpContext context) =>
        // Looking at the form costs nothing; sending it does.
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                "from " + context.Connection.RemoteIpAddress,
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = context
                        .RequestServices.GetRequiredService<IOptions<AccountsOptions>>()
                        .Value.SignInsPerAddress,
                    Window = Window,
                    SegmentsPerWindow = Segments,
                    QueueLimit = 0,
                }
            )
            : RateLimitPartition.GetNoLimiter("looking");
}
