namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <param name="Currency">ISO 4217.</param>
/// <param name="BusinessDay">Today, by the seller's calendar.</param>
/// <param name="Programs">All of them: the running one first, then drafts, then ended ones.</param>
public sealed record ProgramListAnswer(
    string Currency,
    string BusinessDay,
    IReadOnlyList<ProgramAnswer> Programs
);
