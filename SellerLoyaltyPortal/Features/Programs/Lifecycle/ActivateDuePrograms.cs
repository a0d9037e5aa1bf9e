using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// Takes the steps that the clock owes: a scheduled program whose first day has begun becomes active and its
/// totals are frozen, a new version whose day has come takes the place of the old one, a program whose last
/// day is over ends. Run again it finds nothing to do; run late it takes all steps in order; run by two
/// instances at once each step is taken by one of them (the revision decides).
/// </summary>
public sealed class ActivateDuePrograms(
    SellerDbContextFactory contexts,
    TakeLaunchSnapshot takeLaunchSnapshot,
    ProgramNotifier notifier,
    TimeProvider time,
    ILogger<ActivateDuePrograms> log
)
{
    /// <summary>
    /// All sellers' due steps. A seller whose step fails is logged and stays due for the next look; the
    /// others go on.
    /// </summary>
    /// <returns>When the next step is due; null while none is.</returns>
    public async Task<DateTimeOffset?> RunAsync(CancellationToken cancellation)
    {
        DateTimeOffset? next = null;
        foreach (var (seller, zone) in await SellersWithRunningAsync(cancellation))
        {
            try
            {
                var due = await RunAsync(seller, BusinessCalendar.Of(zone), cancellation);
                next = next is null || due < next ? due : next;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception broken)
            {
                // One seller's damaged row or zone must not keep the others' offers from starting.
                log.LogError(broken, "The due step of seller {SellerId}'s program failed", seller);
            }
        }
        return next;
    }

    /// <summary>One seller's due steps.</summary>
    /// <returns>When the seller's next step is due; null while none is.</returns>
    public async Task<DateTimeOffset?> RunAsync(
        SellerId seller,
        BusinessCalendar calendar,
        CancellationToken cancellation
    )
    {
        while (true)
        {
            await using var context = contexts.ForSeller(seller);
            var program = await context
                .Set<LoyaltyProgram>()
                .SingleOrDefaultAsync(LoyaltyProgram.IsRunning, cancellation);
            var now = time.GetUtcNow();
            if (program?.DueAt(calendar) is not { } due || due > now)
                return program?.DueAt(calendar);
            var seen = program.Revision;
            var step = await TakeAsync(context, program, now, cancellation);
            try
            {
                await context.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // Another instance, or a person, was first (the revision or the snapshot's key says so):
                // look again at what is due now.
                if (await WasTakenAsync(seller, program.Id, seen, cancellation))
                    continue;
                throw;
            }
            log.LogInformation(
                "Program {ProgramId} of seller {SellerId}: {Step}, due {Due}",
                program.Id,
                seller,
                step,
                due
            );
            notifier.Publish(seller);
        }
    }

    private async Task<ProgramStep> TakeAsync(
        PortalDbContext context,
        LoyaltyProgram program,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var before = ProgramRecord.Describe(program);
        ProgramStep step;
        if (program.Status == ProgramStatus.Scheduled)
        {
            context.Add(await takeLaunchSnapshot.RunAsync(program, now, cancellation));
            // A last day that is decided already: by an instance that knew the program was active.
            program.Status = program.LastDay is null ? ProgramStatus.Active : ProgramStatus.Ending;
            step = ProgramStep.Activated;
        }
        else if (program.NextVersionFrom is not null)
        {
            (program.Version, program.MechanicJson) = (program.NextVersion!.Value, program.NextMechanicJson!);
            (program.NextVersion, program.NextVersionFrom, program.NextMechanicJson) = (null, null, null);
            step = ProgramStep.VersionTookEffect;
        }
        else
        {
            program.Status = ProgramStatus.Ended;
            step = ProgramStep.Ended;
        }
        program.ChangedAt = now;
        program.Revision++;
        ProgramRecord.Write(context, program, before, step, by: null, now);
        return step;
    }

    private async Task<bool> WasTakenAsync(
        SellerId seller,
        long program,
        int seen,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(seller);
        return !await context
            .Set<LoyaltyProgram>()
            .AnyAsync(p => p.Id == program && p.Revision == seen, cancellation);
    }

    private async Task<List<(SellerId, string)>> SellersWithRunningAsync(CancellationToken cancellation)
    {
        await using var context = contexts.ForPlatform();
        // The one question about programs that is not of one seller: whose clock must be looked at. It
        // reads no more than the seller's number and zone.
        var running = await (
            from program in context
                .Set<LoyaltyProgram>()
                .IgnoreQueryFilters([PortalDbContext.SellerFilter])
                .Where(LoyaltyProgram.IsRunning)
            join seller in context.Set<Seller>() on program.SellerId equals seller.Id
            orderby seller.Id
            select new { seller.Id, seller.TimeZoneId }
        ).ToListAsync(cancellation);
        return [.. running.Select(r => (r.Id, r.TimeZoneId))];
    }
}
