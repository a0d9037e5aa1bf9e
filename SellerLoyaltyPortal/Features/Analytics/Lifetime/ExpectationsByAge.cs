using System.Runtime.InteropServices;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>
/// What BG/NBD expects of buyers who have not left, kept by repeats and age: of many buyers few differ in both, and it
/// is the costly half of what is expected of a buyer.
/// </summary>
internal sealed class ExpectationsByAge(BgNbdModel model, double horizon)
{
    private readonly Dictionary<(int, double), double> _known = [];

    public double Of(in CustomerSummary buyer)
    {
        ref var expected = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _known,
            (buyer.RepeatPurchases, buyer.ObservedAge),
            out var isKnown
        );
        if (!isKnown)
            expected = model.ExpectedWhileAlive(buyer.RepeatPurchases, buyer.ObservedAge, horizon);
        return expected;
    }
}
