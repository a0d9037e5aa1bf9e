namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>A program of the seller.</summary>
/// <param name="Id">Of the program.</param>
/// <param name="Name">What the seller calls it.</param>
/// <param name="Status"><c>draft</c>, <c>scheduled</c>, <c>active</c>, <c>ending</c> or <c>ended</c>.</param>
/// <param name="Version">Of the offer; 0 for what was never launched.</param>
/// <param name="Offer">As it is now.</param>
/// <param name="Next">A decided change that waits for its day; null where none does.</param>
/// <param name="MinimumLifeDays">Days that it lives at least, the first one counted.</param>
/// <param name="OptionLockDays">Days for which the paid option is bound; null without a lock.</param>
/// <param name="StartsOn">First business day; null while a draft.</param>
/// <param name="LastDay">Last business day; null while undecided.</param>
/// <param name="EarliestLastDay">The first day that may be the last one; null while a draft.</param>
/// <param name="CreatedAt">When the draft was made.</param>
/// <param name="ChangedAt">When it last changed.</param>
public sealed record ProgramAnswer(
    long Id,
    string Name,
    string Status,
    int Version,
    OfferAnswer Offer,
    ProgramAnswer.NextVersion? Next,
    int MinimumLifeDays,
    int? OptionLockDays,
    string? StartsOn,
    string? LastDay,
    string? EarliestLastDay,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt
)
{
    /// <param name="Version">Its number.</param>
    /// <param name="From">Its first business day.</param>
    /// <param name="Offer">What it offers.</param>
    public sealed record NextVersion(int Version, string From, OfferAnswer Offer);

    internal static ProgramAnswer Of(ProgramDetails program) =>
        new(
            program.Id,
            program.Name,
            OfferAnswer.Word(program.Status),
            program.Version,
            OfferAnswer.Of(program.Mechanic),
            program.Next is { } next
                ? new(next.Number, next.From.ToString(), OfferAnswer.Of(next.Mechanic))
                : null,
            program.MinimumLifeDays,
            program.OptionLockDays,
            program.StartsOn?.ToString(),
            program.LastDay?.ToString(),
            program.EarliestLastDay?.ToString(),
            program.CreatedAt,
            program.ChangedAt
        );
}
