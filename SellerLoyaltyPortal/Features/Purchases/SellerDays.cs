using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Tells what day it is for a seller, beside what its ledger holds.</summary>
public sealed class SellerDays(PurchaseLedger ledger, TimeProvider clock)
{
    /// <summary>A last purchase that is longer ago than this moves the default as-of date to its day.</summary>
    public const int OldAfterDays = 30;

    public async Task<SellerDay> GetAsync(SellerAccess access, CancellationToken cancellation)
    {
        var today = access.Calendar.DayOf(clock.GetUtcNow());
        var head = await ledger.FindHeadAsync(access.SellerId, cancellation);
        if (head is not { FirstBoughtAt: { } first, LastBoughtAt: { } last })
            return new(today, today, null, access.DemoShiftDays);
        var days = new DayRange(access.Calendar.DayOf(first), access.Calendar.DayOf(last));
        var asOf = today - days.Last > OldAfterDays ? days.Last : today;
        return new(today, asOf, days, access.DemoShiftDays);
    }
}
