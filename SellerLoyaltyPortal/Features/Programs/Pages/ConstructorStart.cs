using SellerLoyaltyPortal.Components.Inputs;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// With what the constructor opens: the address wins over the draft, the draft over what a new offer starts
/// with.
/// </summary>
/// <param name="Point">What is chosen.</param>
/// <param name="AsOf">The day in the address; null for the default day.</param>
/// <param name="AddressWasWrong">Something in the address was no value, or outside the limits.</param>
internal sealed record ConstructorStart(ConstructorPoint Point, DayNumber? AsOf, bool AddressWasWrong)
{
    public static IReadOnlyList<long> ThresholdStops(ProgramLimits limits) =>
        SliderStops.Between(limits.LowestThreshold, limits.HighestThreshold, limits.ThresholdStep);

    public static IReadOnlyList<long> DiscountStops(ProgramLimits limits) =>
        [
            .. Enumerable
                .Range(0, (limits.HighestDiscount - limits.LowestDiscount) / limits.DiscountStep + 1)
                .Select(i => (long)(limits.LowestDiscount + i * limits.DiscountStep)),
        ];

    public static ConstructorStart Of(
        (string? Threshold, string? Discount, string? Life, string? Stacking, string? AsOf) address,
        ProgramDetails? program,
        ProgramLimits limits
    )
    {
        var offer = program?.Mechanic as ThresholdDiscount;
        var threshold = ConstructorAddress.Threshold(address.Threshold, limits);
        var discount = ConstructorAddress.Discount(address.Discount, limits);
        var life = ConstructorAddress.LifeDays(address.Life, limits);
        var stacking = ConstructorAddress.Stacking(address.Stacking);
        var asOf = DayNumber.TryParse(address.AsOf);
        var stops = ThresholdStops(limits);
        return new(
            new(
                threshold
                    ?? (long?)offer?.Threshold.ToDecimal()
                    ?? stops[SliderStops.Nearest(stops, limits.LowestThreshold * 5L)],
                discount
                    ?? (int?)offer?.Discount.ToDecimal()
                    ?? Math.Clamp(10, limits.LowestDiscount, limits.HighestDiscount),
                life ?? program?.MinimumLifeDays ?? limits.LeastLifeDays,
                stacking ?? offer?.Stacking ?? StackingPolicy.BestForBuyer
            ),
            asOf,
            (address.Threshold is not null && threshold is null)
                || (address.Discount is not null && discount is null)
                || (address.Life is not null && life is null)
                || (address.Stacking is not null && stacking is null)
                || (address.AsOf is not null && asOf is null)
        );
    }
}
