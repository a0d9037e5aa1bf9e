using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Value;

/// <summary>
/// What a seller keeps of purchases: (1 − k) of what is paid, less c of what is paid with the loyalty discount, less
/// the goods, which cost v of the price before that discount. So the discount itself is off as well: it lowers what
/// is paid and not what the goods cost.
/// </summary>
/// <param name="Commission">k: the marketplace's share of what the buyer pays.</param>
/// <param name="OptionCommission">c: its further share of orders with the loyalty discount.</param>
/// <param name="UnitCost">v: goods, logistics, storage and advertising, per 1 of undiscounted price.</param>
public sealed record ContributionRule(Percent Commission, Percent OptionCommission, Percent UnitCost)
{
    /// <summary>In currency units, exact.</summary>
    public decimal Of(ValueSums sums) =>
        (
            (decimal)(Percent.Whole - Commission.BasisPoints) * sums.Paid
            - (decimal)OptionCommission.BasisPoints * sums.PaidWithDiscount
            - (decimal)UnitCost.BasisPoints * sums.Undiscounted
        )
        / Percent.Whole
        / Money.Scale;
}
