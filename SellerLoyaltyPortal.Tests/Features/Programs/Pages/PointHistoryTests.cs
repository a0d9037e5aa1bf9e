using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class PointHistoryTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void Note_MovesOfOneDrag_AreOneStep()
    {
        var history = new PointHistory(_clock);
        for (var i = 0; i < 30; i++)
        {
            history.Note(Point(1_000 + i * 100), "Threshold");
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(Point(1_000), history.Undo(Point(4_000)));
        Assert.False(history.CanUndo);
        Assert.Equal(Point(4_000), history.Redo(Point(1_000)));
    }

    [Fact]
    public void Note_AnotherChoiceOrLater_IsAStepOfItsOwn()
    {
        var history = new PointHistory(_clock);
        history.Note(Point(1_000), "Threshold");
        history.Note(Point(2_000), "Discount");
        _clock.Advance(TimeSpan.FromSeconds(1));
        history.Note(Point(3_000), "Discount");

        Assert.Equal(Point(3_000), history.Undo(Point(4_000)));
        Assert.Equal(Point(2_000), history.Undo(Point(3_000)));
        Assert.Equal(Point(1_000), history.Undo(Point(2_000)));
        Assert.Null(history.Undo(Point(1_000)));
    }

    [Fact]
    public void Note_AfterUndo_ForgetsWhatWasTakenBack()
    {
        var history = new PointHistory(_clock);
        history.Note(Point(1_000), "Threshold");
        history.Undo(Point(2_000));

        history.Note(Point(1_000), "Threshold");

        Assert.False(history.CanRedo);
        Assert.Null(history.Redo(Point(3_000)));
        Assert.Equal(Point(1_000), history.Undo(Point(3_000)));
    }

    [Fact]
    public void Note_VeryManySteps_KeepsTheNewest()
    {
        var history = new PointHistory(_clock);
        for (var i = 0; i < PointHistory.MostSteps + 50; i++)
            history.Note(Point(i), i % 2 == 0 ? "Threshold" : "Discount");

        var steps = 0;
        while (history.Undo(Point(0)) is not null)
            steps++;
        Assert.Equal(PointHistory.MostSteps, steps);
    }

    private static ConstructorPoint Point(long threshold) =>
        new(threshold, 10, 30, StackingPolicy.BestForBuyer);
}
