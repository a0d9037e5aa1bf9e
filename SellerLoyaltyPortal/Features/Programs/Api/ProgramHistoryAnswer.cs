namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>A program with its versions and what happened to it, both the newest first.</summary>
/// <param name="Program">As it is now.</param>
/// <param name="Versions">Every decided offer.</param>
/// <param name="History">Every step.</param>
public sealed record ProgramHistoryAnswer(
    ProgramAnswer Program,
    IReadOnlyList<ProgramHistoryAnswer.Version> Versions,
    IReadOnlyList<ProgramHistoryAnswer.Step> History
)
{
    /// <param name="Number">Within the program.</param>
    /// <param name="Offer">What it offers.</param>
    /// <param name="From">Its first business day.</param>
    /// <param name="Until">Its last one; null while open, and where it never held.</param>
    /// <param name="NeverHeld">Withdrawn or replaced before its first day.</param>
    /// <param name="DecidedAt">When.</param>
    /// <param name="DecidedBy">Name of the person; null for one who is gone.</param>
    public sealed record Version(
        int Number,
        OfferAnswer Offer,
        string From,
        string? Until,
        bool NeverHeld,
        DateTimeOffset DecidedAt,
        string? DecidedBy
    );

    /// <param name="Name"><c>created</c>, <c>edited</c>, <c>launched</c>, …</param>
    /// <param name="At">When.</param>
    /// <param name="ByClock">Nobody did it: its time had come.</param>
    /// <param name="By">Name of the person; null for the clock and for one who is gone.</param>
    public sealed record Step(string Name, DateTimeOffset At, bool ByClock, string? By);
}
