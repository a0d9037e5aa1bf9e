using SellerLoyaltyPortal.Features.Programs.Answers;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Today's answers of a seller.</summary>
/// <param name="Answers">By buyer.</param>
/// <param name="ValidUntil">00:00 of the seller's next business day: windows and versions move on then.</param>
public sealed record CurrentAnswers(DayAnswers Answers, DateTimeOffset ValidUntil);
