using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// Tells open pages of this process that a program of a seller has changed. A page of another process on
/// the same database learns of it when it loads again.
/// </summary>
public sealed class ProgramNotifier(ILogger<ProgramNotifier> log)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<SellerId, List<Action>> _handlers = [];

    /// <summary>Calls the handler, on any thread, after every change until the result is disposed.</summary>
    public IDisposable Subscribe(SellerId seller, Action handler)
    {
        lock (_gate)
        {
            if (!_handlers.TryGetValue(seller, out var handlers))
                _handlers[seller] = handlers = [];
            handlers.Add(handler);
        }
        return new Subscription(this, seller, handler);
    }

    public void Publish(SellerId seller)
    {
        Action[] handlers;
        lock (_gate)
            handlers = _handlers.TryGetValue(seller, out var known) ? [.. known] : [];
        // Outside the lock: a handler may subscribe, or dispose its subscription.
        foreach (var handler in handlers)
        {
            try
            {
                handler();
            }
            catch (Exception broken)
            {
                // One page's fault must keep neither the others from hearing nor the step from succeeding.
                log.LogError(broken, "A page failed to take in that a program of {SellerId} changed", seller);
            }
        }
    }

    private void Remove(SellerId seller, Action handler)
    {
        lock (_gate)
        {
            if (!_handlers.TryGetValue(seller, out var handlers))
                return;
            handlers.Remove(handler);
            if (handlers.Count == 0)
                _handlers.Remove(seller);
        }
    }

    private sealed class Subscription(ProgramNotifier notifier, SellerId seller, Action handler) : IDisposable
    {
        private Action? _handler = handler;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _handler, null) is { } once)
                notifier.Remove(seller, once);
        }
    }
}
