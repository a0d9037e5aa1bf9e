using Microsoft.Extensions.Logging.Abstractions;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class ProgramNotifierTests
{
    private readonly ProgramNotifier _notifier = new(NullLogger<ProgramNotifier>.Instance);
    private readonly SellerId _seller = new(1);

    [Fact]
    public void Publish_HandlerSubscribesAndDisposes_DoesNotDeadlock()
    {
        var heard = 0;
        IDisposable? own = null;
        own = _notifier.Subscribe(
            _seller,
            () =>
            {
                own!.Dispose();
                _notifier.Subscribe(_seller, () => heard++);
            }
        );

        _notifier.Publish(_seller);
        _notifier.Publish(_seller);

        Assert.Equal(1, heard);
    }

    [Fact]
    public void Publish_OneHandlerFails_TheOthersHear()
    {
        var heard = 0;
        using var bad = _notifier.Subscribe(_seller, () => throw new InvalidOperationException("page"));
        using var good = _notifier.Subscribe(_seller, () => heard++);

        _notifier.Publish(_seller);

        Assert.Equal(1, heard);
    }

    [Fact]
    public void Dispose_Twice_RemovesOnlyItsOwn()
    {
        var heard = 0;
        void Handler() => heard++;
        var first = _notifier.Subscribe(_seller, Handler);
        using var second = _notifier.Subscribe(_seller, Handler);
        first.Dispose();
        first.Dispose();

        _notifier.Publish(_seller);

        Assert.Equal(1, heard);
    }
}
