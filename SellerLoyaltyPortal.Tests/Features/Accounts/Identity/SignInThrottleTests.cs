using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Identity;

public sealed class SignInThrottleTests
{
    private const string Email = "nobody@example.test";

    private readonly FakeClock _clock = new();
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new(_clock);

    [Fact]
    public void CountFailure_FifthInWhateverCase_LocksForFifteenMinutes()
    {
        for (var attempt = 1; attempt < SignInThrottle.MaxFailures; attempt++)
            Assert.False(_throttle.CountFailure(Email));

        Assert.True(_throttle.CountFailure(Email.ToUpperInvariant()));
        Assert.True(_throttle.IsLockedOut(Email));
        _clock.Advance(SignInThrottle.LockOut);
        Assert.False(_throttle.IsLockedOut(Email));
        Assert.False(_throttle.CountFailure(Email));
    }

    [Fact]
    public async Task Enter_SameAddressTwice_WaitsForTheFirst()
    {
        var first = await _throttle.EnterAsync(Email, CancellationToken.None);
        var second = _throttle.EnterAsync(Email.ToUpperInvariant(), CancellationToken.None);
        Assert.False(second.IsCompleted);

        first.Dispose();

        (await second).Dispose();
    }
}
