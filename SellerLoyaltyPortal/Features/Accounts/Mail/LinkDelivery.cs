namespace SellerLoyaltyPortal.Features.Accounts.Mail;

/// <summary>What came of mailing a link.</summary>
/// <param name="Failure">What the server or the network said, as it said it; null where the mail was taken.</param>
public sealed record LinkDelivery(string? Failure)
{
    public bool IsSent => Failure is null;
}
