using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>Answers of queries that read the ledger by themselves, with the sequence of the ledger that they read.</summary>
internal sealed class SteadyLedger(LedgerSnapshots snapshots)
{
    /// <summary>Asks again where the ledger grew meanwhile, so that the sequence given is the one that was read.</summary>
    public async Task<(T Answer, long Sequence)> ReadAsync<T>(
        SellerId seller,
        Func<Task<T>> ask,
        CancellationToken cancellation
    )
    {
        var before = await snapshots.SequenceAsync(seller, cancellation);
        while (true)
        {
            var answer = await ask();
            var after = await snapshots.SequenceAsync(seller, cancellation);
            if (after == before)
                return (answer, before);
            before = after;
        }
    }
}
