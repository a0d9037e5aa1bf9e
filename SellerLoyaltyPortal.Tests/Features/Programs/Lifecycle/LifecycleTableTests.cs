using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Lifecycle;

/// <summary>Every state × every action, on a real database: what is allowed, and by which rule the rest is refused.</summary>
public sealed class LifecycleTableTests
{
    public static TheoryData<string, ProgramAction, string> Table =>
        new()
        {
            // state, action, the state after it or the rule that refuses
            { "Draft", ProgramAction.Edit, "→ Draft" },
            { "Draft", ProgramAction.Launch, "→ Scheduled" },
            { "Draft", ProgramAction.Withdraw, "DraftIsNotLaunched" },
            { "Draft", ProgramAction.End, "DraftIsNotLaunched" },
            { "Draft", ProgramAction.Change, "DraftIsEditedInstead" },
            { "Draft", ProgramAction.Delete, "→ gone" },
            { "Scheduled", ProgramAction.Edit, "ScheduledProgramCannotBeEdited" },
            { "Scheduled", ProgramAction.Launch, "ProgramIsAlreadyLaunched" },
            { "Scheduled", ProgramAction.Withdraw, "→ Draft" },
            { "Scheduled", ProgramAction.End, "ScheduledProgramIsWithdrawnInsteadOfEnded" },
            { "Scheduled", ProgramAction.Change, "ScheduledProgramCannotBeEdited" },
            { "Scheduled", ProgramAction.Delete, "OnlyDraftCanBeDeleted" },
            { "Active", ProgramAction.Edit, "ProgramCannotBeEditedAfterItStarted" },
            { "Active", ProgramAction.Launch, "ProgramIsAlreadyLaunched" },
            { "Active", ProgramAction.Withdraw, "ProgramCannotBeWithdrawnAfterItStarted" },
            { "Active", ProgramAction.End, "→ Ending" },
            { "Active", ProgramAction.Change, "→ Active" },
            { "Active", ProgramAction.Delete, "OnlyDraftCanBeDeleted" },
            { "Ending", ProgramAction.Edit, "ProgramCannotBeEditedAfterItStarted" },
            { "Ending", ProgramAction.Launch, "ProgramIsAlreadyLaunched" },
            { "Ending", ProgramAction.Withdraw, "ProgramCannotBeWithdrawnAfterItStarted" },
            { "Ending", ProgramAction.End, "ProgramIsAlreadyEnding" },
            { "Ending", ProgramAction.Change, "EndingProgramCannotBeChanged" },
            { "Ending", ProgramAction.Delete, "OnlyDraftCanBeDeleted" },
            { "Ended", ProgramAction.Edit, "EndedProgramCannotBeChanged" },
            { "Ended", ProgramAction.Launch, "EndedProgramCannotBeLaunchedAgain" },
            { "Ended", ProgramAction.Withdraw, "EndedProgramCannotBeChanged" },
            { "Ended", ProgramAction.End, "ProgramHasEnded" },
            { "Ended", ProgramAction.Change, "EndedProgramCannotBeChanged" },
            { "Ended", ProgramAction.Delete, "OnlyDraftCanBeDeleted" },
        };

    [Fact]
    public void Table_HasEveryPair() =>
        Assert.Equal(
            Enum.GetValues<ProgramStatus>().Length * Enum.GetValues<ProgramAction>().Length,
            Table.Count
        );

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Run_StateAndAction_MovesOrIsRefusedByName(
        string state,
        ProgramAction action,
        string expected
    )
    {
        using var desk = await ProgramDesk.OpenAsync();
        var program = state switch
        {
            "Draft" => await desk.DraftAsync(),
            "Scheduled" => await desk.ScheduledAsync(),
            "Active" => await desk.ActiveAsync(),
            "Ending" => await desk.EndingAsync(),
            _ => await desk.EndedAsync(),
        };
        var stepsBefore = await desk.StepsAsync(program.Id);

        var result = await ActAsync(desk, program, action);

        var stepsAfter = await desk.StepsAsync(program.Id);
        if (expected.StartsWith('→'))
        {
            Assert.True(result.IsSuccess, string.Join(", ", result.Errors.Select(e => e.Code)));
            var after = await desk.List.FindAsync(desk.Owner, program.Id, CancellationToken.None);
            Assert.Equal(expected[2..], after?.Status.ToString() ?? "gone");
            Assert.Equal(stepsBefore.Count + 1, stepsAfter.Count);
            Assert.Equal(desk.Owner.UserId, stepsAfter[^1].By);
            Assert.NotNull(stepsAfter[^1].BeforeJson);
        }
        else
        {
            Assert.Equal([expected], result.Errors.Select(e => e.Code));
            Assert.Equal(program, await desk.ReadAsync(program.Id));
            Assert.Equal(stepsBefore.Count, stepsAfter.Count);
        }
    }

    private static Task<Result<ProgramDetails>> ActAsync(
        ProgramDesk desk,
        ProgramDetails program,
        ProgramAction action
    ) =>
        action switch
        {
            ProgramAction.Edit => desk.Save.RunAsync(
                desk.Owner,
                new(program.Id, program.Revision, "Changed", ProgramDesk.Offer(7_000, 7), 40),
                CancellationToken.None
            ),
            ProgramAction.Launch => desk.Launch.RunAsync(
                desk.Owner,
                program.Id,
                program.Revision,
                CancellationToken.None
            ),
            ProgramAction.Withdraw => desk.Withdraw.RunAsync(
                desk.Owner,
                program.Id,
                program.Revision,
                CancellationToken.None
            ),
            ProgramAction.End => desk.End.RunAsync(
                desk.Owner,
                program.Id,
                program.Revision,
                program.EarliestLastDay ?? new DayNumber(0),
                CancellationToken.None
            ),
            ProgramAction.Change => desk.Revise.RunAsync(
                desk.Owner,
                program.Id,
                program.Revision,
                ProgramDesk.Offer(7_000, 7),
                CancellationToken.None
            ),
            ProgramAction.Delete => desk.Delete.RunAsync(
                desk.Owner,
                program.Id,
                program.Revision,
                CancellationToken.None
            ),
        };
}
