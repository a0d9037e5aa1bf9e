using System.Runtime.ExceptionServices;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Splits a computation over the pool's threads. The caller works too and takes every share that no other
/// thread has taken, so it never waits for a busy pool, only for shares already begun.
/// </summary>
internal static class WorkShares
{
    /// <summary>Threads worth using: half a dozen already saturate one machine's memory.</summary>
    public static readonly int Threads = Math.Clamp(Environment.ProcessorCount, 1, 6);

    /// <summary>Runs <paramref name="share"/> for 0 … <paramref name="shares"/> − 1, in any order, and waits.</summary>
    public static void Run(int shares, Action<int> share)
    {
        if (shares <= 1 || Threads == 1)
        {
            for (var i = 0; i < shares; i++)
                share(i);
            return;
        }
        var work = new Work(shares, share);
        for (var i = 1; i < Math.Min(shares, Threads); i++)
            ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
        work.Execute();
        work.WaitForOthers();
    }

    /// <summary>The bounds of one of equal shares of 0 … <paramref name="count"/> − 1.</summary>
    public static (int From, int To) Bounds(int count, int shares, int share) =>
        ((int)((long)count * share / shares), (int)((long)count * (share + 1) / shares));

    private sealed class Work(int shares, Action<int> share) : IThreadPoolWorkItem
    {
        private int _next = -1;
        private int _done;
        private ExceptionDispatchInfo? _failure;

        public void Execute()
        {
            for (
                var mine = Interlocked.Increment(ref _next);
                mine < shares;
                mine = Interlocked.Increment(ref _next)
            )
            {
                try
                {
                    share(mine);
                }
                catch (Exception failure)
                {
                    // Thrown again by the caller's thread: an exception on a pool thread would end the process.
                    _failure = ExceptionDispatchInfo.Capture(failure);
                }
                Interlocked.Increment(ref _done);
            }
        }

        public void WaitForOthers()
        {
            var spinner = new SpinWait();
            while (Volatile.Read(ref _done) < shares)
                spinner.SpinOnce(sleep1Threshold: -1);
            _failure?.Throw();
        }
    }
}
