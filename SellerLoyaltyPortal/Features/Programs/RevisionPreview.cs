using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What a change of a running program would do on its first day, if nobody bought anything until then.</summary>
/// <param name="Before">The terms without it.</param>
/// <param name="After">The terms with it.</param>
/// <param name="Gain">Who have no discount before and one after.</param>
/// <param name="Keep">Who have the discount before and after; its percentage may change.</param>
/// <param name="Lose">Who have a discount before and none after.</param>
/// <param name="Others">Buyers with purchases in the window who have none either way.</param>
/// <param name="SubsidyBefore">A year's, to those who come anyway, under the present terms.</param>
/// <param name="SubsidyAfter">The same under the new terms.</param>
/// <param name="Basis">Where the estimate of what they spend anyway comes from.</param>
public sealed record RevisionPreview(
    ThresholdDiscount Before,
    ThresholdDiscount After,
    RevisionGroup Gain,
    RevisionGroup Keep,
    RevisionGroup Lose,
    int Others,
    Money SubsidyBefore,
    Money SubsidyAfter,
    AnywayBasis Basis
)
{
    public Money SubsidyDifference => SubsidyAfter - SubsidyBefore;

    /// <summary>Buyers who get more than before: a discount at all, or a higher one.</summary>
    public int Better => Gain.Buyers + (After.Discount > Before.Discount ? Keep.Buyers : 0);

    public int Worse => Lose.Buyers + (After.Discount < Before.Discount ? Keep.Buyers : 0);

    public int Untouched => Others + (After.Discount == Before.Discount ? Keep.Buyers : 0);
}
