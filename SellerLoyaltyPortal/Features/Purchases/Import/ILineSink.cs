namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Where the lines of a file go: into the ledger, or only past it.</summary>
internal interface ILineSink
{
    long LinesAdded { get; }
    long LinesCorrected { get; }
    long LinesAlreadyThere { get; }
    int BuyersAdded { get; }

    AppendOutcome Add(NewPurchaseLine line);
}
