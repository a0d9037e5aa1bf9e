using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Events;

/// <summary>One request's lines on their way to the writer. Either the writer takes it or its sender withdraws it.</summary>
internal sealed class EventBatch(SellerId seller, IReadOnlyList<EventLine> lines)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private readonly TaskCompletionSource<bool> _stored = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private int _state;

    public SellerId Seller => seller;

    /// <summary>Only those that can be stored.</summary>
    public IReadOnlyList<EventLine> Lines => lines;

    /// <summary>True once every line is durable (or was there, or conflicts); false where the writer gave up unbegun.</summary>
    public Task<bool> Stored => _stored.Task;

    public bool IsWithdrawn => Volatile.Read(ref _state) == Withdrawn;

    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    public bool TryWithdraw() => Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting;

    public void Complete(bool stored) => _stored.TrySetResult(stored);

    public void Fail(Exception why) => _stored.TrySetException(why);
}
