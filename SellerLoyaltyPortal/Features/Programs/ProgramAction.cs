namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What a person can ask of a program.</summary>
public enum ProgramAction
{
    Edit,
    Launch,
    Withdraw,
    Change,
    End,
    Delete,
}
