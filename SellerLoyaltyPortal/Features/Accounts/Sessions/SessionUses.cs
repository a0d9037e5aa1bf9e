using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Accounts.Sessions;

/// <summary>
/// Writes down when a session was last seen, beside the requests: a page must not wait for the database's one
/// writer only for that. Also forgets sessions that ended long ago.
/// </summary>
internal sealed class SessionUses(
    SellerDbContextFactory contexts,
    TimeProvider clock,
    ILogger<SessionUses> log
) : BackgroundService
{
    /// <summary>What is shown is exact to this much.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(5);

    /// <summary>How long an ended session is still shown.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private readonly Channel<(Guid Session, DateTimeOffset At)> _uses = Channel.CreateBounded<(
        Guid,
        DateTimeOffset
    )>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Note(SignInSession session)
    {
        var now = clock.GetUtcNow();
        if (now - session.LastSeenAt >= Grain)
            _uses.Writer.TryWrite((session.Id, now));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (session, at) in _uses.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var context = contexts.ForPlatform();
                var sessions = context.Set<SignInSession>();
                await sessions
                    .Where(s => s.Id == session && s.LastSeenAt < at)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, at), stoppingToken);
                var forgotten = at - KeptFor;
                await sessions.Where(s => s.LastSeenAt < forgotten).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                // The next use of the session notes itself again.
                log.LogWarning(failed, "The use of session {Session} could not be noted", session);
            }
        }
    }
}
