using SellerLoyaltyPortal.Columnar;

namespace SellerLoyaltyPortal.Tests.Columnar;

public sealed class StagedWorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(500)]
    public void Run_EveryShareOfEveryStage_IsDoneOnceAndAfterTheStageBefore(int shares)
    {
        for (var round = 0; round < 200; round++)
        {
            var work = new Counting(shares);
            work.Run();
            Assert.All(work.Done, stage => Assert.All(stage, times => Assert.Equal(1, times)));
            Assert.False(work.CameEarly);
        }
    }

    [Fact]
    public void Run_ShareThatFails_ThrowsWithoutTheStagesAfter()
    {
        var work = new Counting(100, failsAt: (1, 40));
        Assert.Equal("40", Assert.Throws<InvalidOperationException>(work.Run).Message);
        Assert.All(work.Done[0], times => Assert.Equal(1, times));
        Assert.All(work.Done[2], times => Assert.Equal(0, times));
    }

    [Fact]
    public async Task Run_StageThatCannotBegin_ThrowsAndLetsTheThreadsGo()
    {
        IThreadPoolWorkItem work = new CannotBegin();
        Assert.Throws<InvalidOperationException>(((CannotBegin)work).Run);
        // One that was called and comes late finds nothing to wait for.
        await Task.Run(work.Execute).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private sealed class CannotBegin() : StagedWork(stages: 2)
    {
        protected override int Begin(int stage) => stage == 0 ? 4 : throw new InvalidOperationException();

        protected override void Work(int stage, int share, int worker) { }
    }

    private sealed class Counting(int shares, (int Stage, int Share)? failsAt = null) : StagedWork(stages: 3)
    {
        public int[][] Done { get; } = [new int[shares], new int[shares], new int[shares]];

        public bool CameEarly { get; private set; }

        protected override int Begin(int stage)
        {
            CameEarly |= stage > 0 && Done[stage - 1].Any(times => times != 1);
            return shares;
        }

        protected override void Work(int stage, int share, int worker)
        {
            Assert.InRange(worker, 0, Workers - 1);
            if (failsAt == (stage, share))
                throw new InvalidOperationException($"{share}");
            Interlocked.Increment(ref Done[stage][share]);
        }
    }
}
