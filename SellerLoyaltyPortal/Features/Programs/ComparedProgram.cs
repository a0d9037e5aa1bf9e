using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>One of several offers that are held side by side.</summary>
/// <param name="Program">Whose offer it is.</param>
/// <param name="Terms">The offer.</param>
/// <param name="Figures">The curve under its rule.</param>
/// <param name="Answer">Who would get it.</param>
/// <param name="Cost">What it would cost.</param>
/// <param name="BoundDays">Days before the seller could leave: minimum life, or the option's lock where that is longer.</param>
public sealed record ComparedProgram(
    ProgramDetails Program,
    ThresholdDiscount Terms,
    ConstructorFigures Figures,
    ConstructorAnswer Answer,
    ProgramCost Cost,
    int BoundDays
)
{
    /// <summary>The least that is paid before the seller can leave.</summary>
    public Money Committed => Cost.Committed(BoundDays);
}
