using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Answers;

/// <summary>What a buyer gets at a seller on a day.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Discount">Zero unless the buyer qualifies.</param>
/// <param name="Total">What counts for the buyer; zero where nothing is known or nothing is offered.</param>
/// <param name="Threshold">Null where nothing is offered.</param>
/// <param name="Missing">
/// How far the next step is: what is lacking to the threshold. Null where there is no next step: the buyer
/// qualifies, or nothing is offered.
/// </param>
/// <param name="Until">
/// The last day on which the buyer has the discount if they buy nothing more, as far as the seller has
/// decided; null without a discount.
/// </param>
public readonly record struct LoyaltyAnswer(
    AnswerReason Reason,
    Percent Discount,
    Money Total,
    Money? Threshold,
    Money? Missing,
    DayNumber? Until
);
