using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

/// <summary>A small ledger written out line by line: whole roubles, days counted from 2026-01-01.</summary>
internal sealed class ALedger
{
    public static readonly DayNumber Start = DayNumber.Of(2026, 1, 1);

    private readonly PurchaseColumnsBuilder _builder = new();
    private int _orders;

    public ALedger Bought(long buyer, int day, long roubles = 100, int returned = 0, int? order = null)
    {
        var amount = Money.FromUnits(roubles);
        _builder.AddBuyer(buyer, new($"B{buyer}"));
        _builder.Add(
            new(
                buyer,
                Start + day,
                amount,
                amount,
                amount,
                Quantity: 2,
                ReturnedQuantity: returned,
                Order: order ?? ++_orders
            )
        );
        return this;
    }

    public ALedger Cancelled(long buyer, int day, long roubles)
    {
        var amount = -Money.FromUnits(roubles);
        _builder.AddBuyer(buyer, new($"B{buyer}"));
        _builder.Add(new(buyer, Start + day, amount, amount, amount, Quantity: -1, Order: ++_orders));
        return this;
    }

    public PurchaseColumns Build() => _builder.Build();

    public PurchaseDays Days(int asOf) => PurchaseDays.From(Build(), Start + asOf, PriceBase.SellerPrice);
}
