namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>What a reader of the log filters by.</summary>
public enum AuditArea
{
    SignIns,
    Accounts,
    Members,
    Keys,
    Programs,
    Purchases,
    Exports,
}
