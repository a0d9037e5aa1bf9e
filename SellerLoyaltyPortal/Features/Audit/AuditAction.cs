namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>What the audit log knows to have happened. Stored by name: a name is never given another meaning.</summary>
public enum AuditAction
{
    SignedIn,
    SignInFailed,
    SignInLockedOut,
    SecondStepFailed,
    PasswordAskedAgainFailed,
    SignedOut,
    SignedOutEverywhere,
    SessionEnded,

    AccountCreated,
    ProfileChanged,
    PasswordChanged,
    PasswordSetByLink,
    TwoFactorTurnedOn,
    TwoFactorTurnedOff,
    TwoFactorReset,
    RecoveryCodesMade,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRemoved,

    SellerCreated,
    SellerPolicyChanged,
    MemberInvited,
    MemberJoined,
    MemberRoleChanged,
    MemberRemoved,
    LinkMade,

    KeyCreated,
    KeyRevoked,

    ProgramChanged,
    CostsChanged,
    MappingSaved,
    ImportStored,
    ImportUndone,
    MarketplaceReportKept,
    MarketplaceReportRemoved,

    ReportExported,
    LogExported,
}
