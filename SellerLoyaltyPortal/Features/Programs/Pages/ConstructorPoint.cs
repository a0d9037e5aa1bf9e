using System.Runtime.InteropServices;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>What the person has chosen: whole units of the currency, whole percent, days.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ConstructorPoint(
    long Threshold,
    int Discount,
    int LifeDays,
    StackingPolicy Stacking
)
{
    public Money ThresholdMoney => Money.FromUnits(Threshold);

    public Percent DiscountPercent => Percent.FromWhole(Discount);
}
