using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>Answers of queries that read the ledger by themselves, with the state of the ledger that they read.</summary>
internal sealed class SteadyLedger(LedgerSnapshots snapshots)
{
    /// <summary>Asks again where the ledger grew meanwhile, so that the sequence given is the one that was read.</summary>
    public async Task<(T Answer, LedgerSnapshot Ledger)> ReadAsync<T>(
        SellerId seller,
        Func<LedgerSnapshot, Task<T>> ask,
        CancellationToken cancellation
    )
    {
        var before = await snapshots.GetAsync(seller, cancellation);
        while (true)
        {
            var answer = await ask(before);
            var after = await snapshots.GetAsync(seller, cancellation);
            if (after.Sequence == before.Sequence)
                return (answer, before);
            before = after;
        }
    }
}
