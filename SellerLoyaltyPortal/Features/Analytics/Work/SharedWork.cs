namespace SellerLoyaltyPortal.Features.Analytics.Work;

/// <summary>
/// Runs work off the callers' threads, a few pieces at a time. Who asks for what is already running joins it. When
/// everybody who waits has left, the work goes on for a moment, because a page that was rendered on the server is
/// asked for again by its circuit, and is then cancelled.
/// </summary>
/// <param name="slots">How many pieces run at a time; further ones wait in line.</param>
/// <param name="linger">How long work goes on that nobody waits for.</param>
/// <param name="clock">Whose time that is.</param>
internal sealed class SharedWork(int slots, TimeSpan linger, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<object, Job> _jobs = [];
    private readonly SemaphoreSlim _room = new(slots);
    private readonly Lock _lock = new();

    /// <summary>How many pieces run or wait for their turn.</summary>
    public int Running
    {
        get
        {
            lock (_lock)
                return _jobs.Count;
        }
    }

    public void Dispose() => _room.Dispose();

    /// <param name="key">Work of equal keys is the same work.</param>
    /// <param name="compute">Runs on a thread of its own; reports how far it is.</param>
    /// <param name="progress">Told at once, and whenever the work reports; from any thread.</param>
    /// <param name="cancellation">Ends the waiting; the work itself goes on while somebody waits.</param>
    public async Task<T> RunAsync<T>(
        object key,
        Func<IProgress<WorkProgress>, CancellationToken, Task<T>> compute,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellation
    )
        where T : notnull
    {
        cancellation.ThrowIfCancellationRequested();
        var job = Join(key, async (report, token) => await compute(report, token), progress);
        try
        {
            return (T)await job.Result.WaitAsync(cancellation);
        }
        finally
        {
            Leave(job, progress);
        }
    }

    private Job Join(
        object key,
        Func<IProgress<WorkProgress>, CancellationToken, Task<object>> compute,
        IProgress<WorkProgress>? progress
    )
    {
        Job? job;
        lock (_lock)
        {
            if (!_jobs.TryGetValue(key, out job) || job.IsStopping)
            {
                job = new(key);
                _jobs[key] = job;
                job.Result = Task.Run(() => RunAsync(job, compute), CancellationToken.None);
            }
            job.Waiting++;
            if (progress is not null)
                job.Listeners.Add(progress);
        }
        progress?.Report(job.Progress);
        return job;
    }

    private async Task<object> RunAsync(
        Job job,
        Func<IProgress<WorkProgress>, CancellationToken, Task<object>> compute
    )
    {
        try
        {
            await _room.WaitAsync(job.Stop.Token);
            try
            {
                return await compute(new Reporter(this, job), job.Stop.Token);
            }
            finally
            {
                _room.Release();
            }
        }
        finally
        {
            lock (_lock)
            {
                if (_jobs.TryGetValue(job.Key, out var current) && ReferenceEquals(current, job))
                    _jobs.Remove(job.Key);
                job.IsOver = true;
                job.Lingering?.Dispose();
            }
        }
    }

    private void Leave(Job job, IProgress<WorkProgress>? progress)
    {
        lock (_lock)
        {
            if (progress is not null)
                job.Listeners.Remove(progress);
            if (--job.Waiting > 0 || job.IsOver)
                return;
            job.Lingering?.Dispose();
            job.Lingering = clock.CreateTimer(_ => StopIfAlone(job), null, linger, Timeout.InfiniteTimeSpan);
        }
    }

    private void StopIfAlone(Job job)
    {
        lock (_lock)
        {
            if (job.Waiting > 0 || job.IsOver)
                return;
            job.IsStopping = true;
        }
        // Outside the lock: whatever hangs on the token runs here.
        job.Stop.Cancel();
    }

    private sealed class Job(object key)
    {
        public object Key => key;
        public CancellationTokenSource Stop { get; } = new();
        public Task<object> Result { get; set; } = default!;
        public List<IProgress<WorkProgress>> Listeners { get; } = [];
        public WorkProgress Progress { get; set; }
        public int Waiting { get; set; }
        public bool IsOver { get; set; }
        public bool IsStopping { get; set; }
        public ITimer? Lingering { get; set; }
    }

    private sealed class Reporter(SharedWork work, Job job) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            IProgress<WorkProgress>[] listeners;
            lock (work._lock)
            {
                job.Progress = value;
                listeners = [.. job.Listeners];
            }
            // Outside the lock: a listener may do as it likes.
            foreach (var listener in listeners)
                listener.Report(value);
        }
    }
}
