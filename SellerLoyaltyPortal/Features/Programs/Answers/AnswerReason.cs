namespace SellerLoyaltyPortal.Features.Programs.Answers;

/// <summary>Why a buyer has the discount, or has not.</summary>
public enum AnswerReason
{
    /// <summary>The buyer's total reaches the threshold.</summary>
    Qualifies,

    /// <summary>The seller knows the buyer; the total does not reach the threshold.</summary>
    BelowThreshold,

    /// <summary>Nobody of that id has ever bought at the seller: no discount, and no error.</summary>
    UnknownBuyer,

    /// <summary>The seller has no offer on the day.</summary>
    NoProgram,
}
