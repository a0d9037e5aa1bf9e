using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Overview;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Overview;

/// <summary>The overview's use case on a desk of programs.</summary>
internal static class OverviewDesk
{
    public static LoadOverview Overview(this ProgramDesk desk)
    {
        var snapshots = new LedgerSnapshots(desk.Contexts, Options.Create(new PurchasesOptions()));
        return new(
            snapshots,
            new ConstructorFiguresCache(),
            desk.List,
            StartingEconomics.Of(desk),
            Analytics(desk, snapshots),
            new SellerDays(new PurchaseLedger(desk.Contexts), desk.Clock)
        );
    }

    private static AnalyticsQueries Analytics(ProgramDesk desk, LedgerSnapshots snapshots)
    {
        var offer = new FindCurrentOffer(desk.List);
        return new(
            new ScopedLedgers(snapshots, offer, new PurchaseCategories(desk.Contexts, snapshots)),
            StartingEconomics.Of(desk),
            offer,
            new AnalyticsWork(Options.Create(new AnalyticsOptions()), desk.Clock)
        );
    }

    /// <summary>One purchase each: buyer, amount in units, how many days ago.</summary>
    public static Task BuyAsync(
        this ProgramDesk desk,
        params (string Buyer, decimal Units, int DaysAgo)[] purchases
    ) =>
        new PurchaseLedger(desk.Contexts).AppendAsync(
            desk.Owner.SellerId,
            purchases.Select(
                (p, i) =>
                    ANewLine.Of(
                        lineId: $"{p.Buyer}-{p.DaysAgo}-{i}",
                        buyer: p.Buyer,
                        order: $"{p.Buyer}-{p.DaysAgo}"
                    ) with
                    {
                        SellerAmount = Money.FromDecimal(p.Units),
                        BoughtAt = desk.Clock.GetUtcNow().AddDays(-p.DaysAgo),
                    }
            ),
            CancellationToken.None
        );
}
