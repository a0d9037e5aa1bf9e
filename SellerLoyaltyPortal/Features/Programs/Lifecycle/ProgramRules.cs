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

    public static readonly Error ProgramIsAlreadyEnding = new(nameof(ProgramIsAlreadyEnding));

    public static Error ProgramCannotEndBeforeMinimumLife(DayNumber firstAllowed) =>
        new(nameof(ProgramCannotEndBeforeMinimumLife), nameof(LoyaltyProgram.LastDay), firstAllowed);

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
                ProgramStatus.Ended => new("EndedProgramCannotBeChanged"),
            },
            ProgramAction.Launch => status switch
            {
                ProgramStatus.Draft => null,
                ProgramStatus.Scheduled => new("ProgramIsAlreadyLaunched"),
                ProgramStatus.Active => new("ProgramIsAlreadyLaunched"),
                ProgramStatus.Ended => new("EndedProgramCannotBeLaunchedAgain"),
            },
            ProgramAction.Withdraw => status switch
            {
                ProgramStatus.Draft => new("DraftIsNotLaunched"),
                ProgramStatus.Scheduled => null,
                ProgramStatus.Active => new("ProgramCannotBeWithdrawnAfterItStarted"),
                ProgramStatus.Ended => new("EndedProgramCannotBeChanged"),
            },
            ProgramAction.End => status switch
            {
                ProgramStatus.Draft => new("DraftIsNotLaunched"),
                ProgramStatus.Scheduled => new("ScheduledProgramIsWithdrawnInsteadOfEnded"),
                ProgramStatus.Active => null,
                ProgramStatus.Ended => new("ProgramHasEnded"),
            },
            ProgramAction.Delete => status switch
            {
                ProgramStatus.Draft => null,
                ProgramStatus.Scheduled => new("OnlyDraftCanBeDeleted"),
                ProgramStatus.Active => new("OnlyDraftCanBeDeleted"),
                ProgramStatus.Ended => new("OnlyDraftCanBeDeleted"),
            },
        };
}
