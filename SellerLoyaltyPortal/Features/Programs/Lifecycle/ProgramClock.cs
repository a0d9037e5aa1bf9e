using Microsoft.Extensions.Options;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// Runs <see cref="ActivateDuePrograms"/> at start (what fell due while the portal was down), at the moment
/// of the next due step, and every few seconds besides, because time may jump.
/// </summary>
public sealed class ProgramClock(
    ActivateDuePrograms activateDuePrograms,
    TimeProvider time,
    IOptions<ProgramClockOptions> options,
    ILogger<ProgramClock> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var look = TimeSpan.FromSeconds(options.Value.LookEverySeconds);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = look;
            try
            {
                if (await activateDuePrograms.RunAsync(stoppingToken) is { } next)
                    wait = Shorter(look, next - time.GetUtcNow());
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken)
            {
                // A database that is busy or away for a moment must not stop the clock for good.
                log.LogError(
                    broken,
                    "The programs' clock failed and tries again in {Seconds} s",
                    look.TotalSeconds
                );
            }
            await Task.Delay(wait, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Timers count whole milliseconds: one is added so that the step is due when the timer fires.
    private static TimeSpan Shorter(TimeSpan look, TimeSpan untilDue)
    {
        var exact = untilDue + TimeSpan.FromMilliseconds(1);
        return exact < TimeSpan.Zero ? TimeSpan.Zero
            : exact < look ? exact
            : look;
    }
}
