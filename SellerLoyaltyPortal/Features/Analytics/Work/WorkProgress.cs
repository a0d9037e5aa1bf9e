namespace SellerLoyaltyPortal.Features.Analytics.Work;

/// <summary>How far a piece of work is.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="Share">About how much of the whole is done, 0 … 1.</param>
public readonly record struct WorkProgress(WorkStage Stage, double Share);
