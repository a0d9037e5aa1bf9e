using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>The rules that refuse a step, each by name. A refused step changes nothing and is never silent.</summary>
internal static class ProgramRules
{
    public static readonly Error OwnerRightsNeeded = new(nameof(OwnerRightsNeeded));

    /// <summary>There is no such program at this seller: also where another seller has it.</summary>
    public static readonly Error ProgramNotFound = new(nameof(ProgramNotFound));

    /// <summary>Somebody (or the clock) changed it after the person had read it.</summary>
    public static readonly Error ProgramChangedMeanwhile = new(nameof(ProgramChangedMeanwhile));

    public static readonly Error SettingsChangedMeanwhile = new(nameof(SettingsChangedMeanwhile));

    public static readonly Error SellerAlreadyHasRunningProgram = new(nameof(SellerAlreadyHasRunningProgram));

    /// <summary>The new version equals the one that would hold without it.</summary>
    public static readonly Error ChangeChangesNothing = new(nameof(ChangeChangesNothing));

    public static Error ProgramCannotEndBeforeMinimumLife(DayNumber firstAllowed) =>
        new(nameof(ProgramCannotEndBeforeMinimumLife), nameof(LoyaltyProgram.LastDay), firstAllowed);

    /// <param name="firstAllowed">The first day that may be the last one.</param>
    /// <param name="lockDays">Days for which the paid option is bound.</param>
    public static Error ProgramCannotEndBeforeOptionLock(DayNumber firstAllowed, int lockDays) =>
        new(nameof(ProgramCannotEndBeforeOptionLock), nameof(LoyaltyProgram.LastDay), firstAllowed, lockDays);

    /// <param name="lastDay">Of the minimum life, in which the marketplace lets an offer get better only.</param>
    public static Error OfferCannotWorsenInMinimumLife(DayNumber lastDay) =>
        new(nameof(OfferCannotWorsenInMinimumLife), null, lastDay);

    public static Error LastDayIsPast(DayNumber today) =>
        new(nameof(LastDayIsPast), nameof(LoyaltyProgram.LastDay), today);

    /// <summary>Why a program in this state refuses the action; null where it does not.</summary>
    public static Error? Refusal(ProgramAction action, ProgramStatus status) =>
        action switch
        {
            ProgramAction.Edit => status switch
            {
                ProgramStatus.Draft => null,
                ProgramStatus.Scheduled => new("ScheduledProgramCannotBeEdited"),
                ProgramStatus.Active => new("ProgramCannotBeEditedAfterItStarted"),
                ProgramStatus.Ending => new("ProgramCannotBeEditedAfterItStarted"),
                ProgramStatus.Ended => new("EndedProgramCannotBeChanged"),
            },
            ProgramAction.Launch => status switch
            {
                ProgramStatus.Draft => null,
                ProgramStatus.Scheduled => new("ProgramIsAlreadyLaunched"),
                ProgramStatus.Active => new("ProgramIsAlreadyLaunched"),
                ProgramStatus.Ending => new("ProgramIsAlreadyLaunched"),
                ProgramStatus.Ended => new("EndedProgramCannotBeLaunchedAgain"),
            },
            ProgramAction.Withdraw => status switch
            {
                ProgramStatus.Draft => new("DraftIsNotLaunched"),
                ProgramStatus.Scheduled => null,
                ProgramStatus.Active => new("ProgramCannotBeWithdrawnAfterItStarted"),
                ProgramStatus.Ending => new("ProgramCannotBeWithdrawnAfterItStarted"),
                ProgramStatus.Ended => new("EndedProgramCannotBeChanged"),
            },
            ProgramAction.Change => status switch
            {
                ProgramStatus.Draft => new("DraftIsEditedInstead"),
                ProgramStatus.Scheduled => new("ScheduledProgramCannotBeEdited"),
                ProgramStatus.Active => null,
                ProgramStatus.Ending => new("EndingProgramCannotBeChanged"),
                ProgramStatus.Ended => new("EndedProgramCannotBeChanged"),
            },
            ProgramAction.End => status switch
            {
                ProgramStatus.Draft => new("DraftIsNotLaunched"),
                ProgramStatus.Scheduled => new("ScheduledProgramIsWithdrawnInsteadOfEnded"),
                ProgramStatus.Active => null,
                ProgramStatus.Ending => new("ProgramIsAlreadyEnding"),
                ProgramStatus.Ended => new("ProgramHasEnded"),
            },
            ProgramAction.Delete => status switch
            {
                ProgramStatus.Draft => null,
                ProgramStatus.Scheduled => new("OnlyDraftCanBeDeleted"),
                ProgramStatus.Active => new("OnlyDraftCanBeDeleted"),
                ProgramStatus.Ending => new("OnlyDraftCanBeDeleted"),
                ProgramStatus.Ended => new("OnlyDraftCanBeDeleted"),
            },
        };
}
