using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Purchases;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>The unit economics of a desk's sellers, with what an operator may have set.</summary>
public static class StartingEconomics
{
    public static UnitEconomicsSettings Of(ProgramDesk desk, EconomicsDefaults? defaults = null) =>
        new(
            desk.Contexts,
            new GoodsCostShare(
                desk.Contexts,
                new GoodsCosts(desk.Contexts),
                new GoodsSales(desk.Contexts, desk.Snapshots),
                new SellerDays(new PurchaseLedger(desk.Contexts), desk.Clock),
                desk.Clock
            ),
            Options.Create(defaults ?? new())
        );
}
