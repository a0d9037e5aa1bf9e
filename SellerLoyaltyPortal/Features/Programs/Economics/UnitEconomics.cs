using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Economics;

/// <summary>What a seller keeps of a unit, as shares of its price before the loyalty discount.</summary>
/// <param name="Commission">k: what the marketplace takes of what the buyer pays.</param>
/// <param name="OptionCommission">c: what it takes on top of orders with the loyalty discount.</param>
/// <param name="UnitCost">v: goods, logistics, storage and advertising, per 1 of undiscounted price.</param>
public sealed record UnitEconomics(Percent Commission, Percent OptionCommission, Percent UnitCost)
{
    /// <summary>
    /// Where a seller has said nothing: a commission and a cost that leave a quarter, and one point for the
    /// option (the marketplace's rate is not published; its other options cost 0.5 to 2.5 points).
    /// </summary>
    public static readonly UnitEconomics Default = new(
        Percent.FromWhole(25),
        Percent.FromWhole(1),
        Percent.FromWhole(50)
    );

    /// <summary>Everything that is wrong with the shares; they may leave no margin, that is for people to see.</summary>
    public IReadOnlyList<Error> Check()
    {
        var errors = new List<Error>();
        Check(Commission, nameof(Commission), Percent.FromWhole(95), errors);
        Check(OptionCommission, nameof(OptionCommission), Percent.FromWhole(50), errors);
        Check(UnitCost, nameof(UnitCost), Percent.FromWhole(200), errors);
        return errors;
    }

    private static void Check(Percent share, string path, Percent highest, List<Error> errors)
    {
        if (share.BasisPoints < 0 || share > highest)
            errors.Add(new("ShareOutOfLimits", path, new Percent(0), highest));
    }
}
