namespace SellerLoyaltyPortal.Features.Analytics.Rfm;

/// <summary>Which segment a cell of the grid belongs to.</summary>
public static class RfmSegments
{
    public static RfmSegment Of(int recency, int frequency) =>
        (recency, frequency) switch
        {
            (< 1 or > 5, _) or (_, < 1 or > 5) => throw new ArgumentOutOfRangeException(
                nameof(recency),
                "Scores are 1 … 5."
            ),
            (5, >= 4) => RfmSegment.Champions,
            (>= 3, >= 4) => RfmSegment.Loyal,
            (>= 4, >= 2) => RfmSegment.Promising,
            (>= 4, _) => RfmSegment.New,
            (3, _) => RfmSegment.NeedAttention,
            (2, >= 3) => RfmSegment.AtRisk,
            (2, _) => RfmSegment.Hibernating,
            (_, >= 4) => RfmSegment.CannotLose,
            _ => RfmSegment.Lost,
        };
}
