namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>Which action belongs where.</summary>
public static class AuditAreas
{
    public static AuditArea Area(this AuditAction action) =>
        action switch
        {
            AuditAction.SignedIn
            or AuditAction.SignInFailed
            or AuditAction.SignInLockedOut
            or AuditAction.SecondStepFailed
            or AuditAction.PasswordAskedAgainFailed
            or AuditAction.SignedOut
            or AuditAction.SignedOutEverywhere
            or AuditAction.SessionEnded => AuditArea.SignIns,
            AuditAction.AccountCreated
            or AuditAction.ProfileChanged
            or AuditAction.PasswordChanged
            or AuditAction.PasswordSetByLink
            or AuditAction.TwoFactorTurnedOn
            or AuditAction.TwoFactorTurnedOff
            or AuditAction.TwoFactorReset
            or AuditAction.RecoveryCodesMade
            or AuditAction.RecoveryCodeUsed
            or AuditAction.PasskeyAdded
            or AuditAction.PasskeyRemoved => AuditArea.Accounts,
            AuditAction.SellerCreated
            or AuditAction.SellerPolicyChanged
            or AuditAction.MemberInvited
            or AuditAction.MemberJoined
            or AuditAction.MemberRoleChanged
            or AuditAction.MemberRemoved
            or AuditAction.LinkMade => AuditArea.Members,
            AuditAction.KeyCreated or AuditAction.KeyRevoked => AuditArea.Keys,
            AuditAction.ProgramChanged or AuditAction.CostsChanged => AuditArea.Programs,
            AuditAction.MappingSaved
            or AuditAction.ImportStored
            or AuditAction.ImportUndone
            or AuditAction.MarketplaceReportKept
            or AuditAction.MarketplaceReportRemoved => AuditArea.Purchases,
            AuditAction.ReportExported or AuditAction.LogExported => AuditArea.Exports,
        };

    public static IReadOnlyList<AuditAction> Of(AuditArea area) =>
        [.. Enum.GetValues<AuditAction>().Where(action => action.Area() == area)];

    /// <summary>
    /// What an operator sees of sellers: who may enter and with what. A seller's business is its own.
    /// </summary>
    public static bool IsForOperator(AuditArea area) => area is AuditArea.Members or AuditArea.Keys;
}
