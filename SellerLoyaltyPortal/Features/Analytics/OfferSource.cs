namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Where the offer comes from that buyers' totals are held against.</summary>
public enum OfferSource
{
    /// <summary>The program that is scheduled or active.</summary>
    Program,

    /// <summary>No program runs: the draft that was changed last.</summary>
    Draft,

    /// <summary>Neither is there: a round threshold, so that there are bands to look at.</summary>
    Assumed,
}
