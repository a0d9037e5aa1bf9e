using System.Runtime.ExceptionServices;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>
/// Stages one after another, each split into shares that the caller and some of the pool's threads take. The
/// threads stay from stage to stage: one hand-over for all of them, where waking a thread costs as much as
/// sorting thousands of totals. The caller takes every share that nobody else has taken, so it never waits for a
/// busy pool, only for shares already begun.
/// </summary>
internal abstract class StagedWork(int stages) : IThreadPoolWorkItem
{
    private const int StageBits = 32;

    private readonly int[] _shares = new int[stages];

    // The stage in the upper half, the next share of it in the lower: who takes a share knows whose it is.
    private long _ticket;
    private int _done;
    private int _joined;
    private bool _isCalled;
    private ExceptionDispatchInfo? _failure;

    /// <summary>So many threads at most; each has a number below this.</summary>
    protected static int Workers => WorkShares.Threads;

    /// <summary>Runs all stages and waits. Once only.</summary>
    public void Run()
    {
        try
        {
            for (var stage = 0; stage < stages && _failure is null; stage++)
            {
                var shares = _shares[stage] = Begin(stage);
                Volatile.Write(ref _done, 0);
                Interlocked.Exchange(ref _ticket, (long)stage << StageBits);
                if (shares > 1)
                    Call();
                Take(stage, worker: 0);
                var spinner = new SpinWait();
                while (Volatile.Read(ref _done) < shares)
                    spinner.SpinOnce(sleep1Threshold: -1);
            }
        }
        finally
        {
            // The threads that were called wait for the next stage: there is none, also where one could not begin.
            Interlocked.Exchange(ref _ticket, (long)stages << StageBits);
        }
        _failure?.Throw();
    }

    void IThreadPoolWorkItem.Execute()
    {
        var worker = Interlocked.Increment(ref _joined);
        var spinner = new SpinWait();
        for (var last = -1; ; )
        {
            var stage = (int)(Volatile.Read(ref _ticket) >> StageBits);
            if (stage == stages)
                return;
            if (stage == last)
            {
                // What the caller does between two stages takes microseconds.
                spinner.SpinOnce(sleep1Threshold: -1);
                continue;
            }
            Take(last = stage, worker);
            spinner.Reset();
        }
    }

    /// <summary>Prepares a stage once all before it are done, on the caller's thread. Returns its shares.</summary>
    protected abstract int Begin(int stage);

    /// <summary>Does one share of a stage.</summary>
    protected abstract void Work(int stage, int share, int worker);

    private void Call()
    {
        if (_isCalled)
            return;
        _isCalled = true;
        for (var i = 1; i < Workers; i++)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    // Takes shares until there are none of this stage; a ticket of the next one is not one to lose.
    private void Take(int stage, int worker)
    {
        while (true)
        {
            var ticket = Volatile.Read(ref _ticket);
            if (ticket >> StageBits != stage || (int)ticket >= _shares[stage])
                return;
            if (Interlocked.CompareExchange(ref _ticket, ticket + 1, ticket) != ticket)
                continue;
            try
            {
                Work(stage, (int)ticket, worker);
            }
            catch (Exception failure)
            {
                // Thrown again by the caller's thread: an exception on a pool thread would end the process.
                _failure = ExceptionDispatchInfo.Capture(failure);
            }
            Interlocked.Increment(ref _done);
        }
    }
}
