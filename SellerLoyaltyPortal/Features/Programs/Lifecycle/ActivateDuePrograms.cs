using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// Takes the steps that the clock owes: a scheduled program whose first day has begun becomes active, an
/// active one whose last day is over ends. Run again it finds nothing to do; run late it takes all steps
/// in order; run by two instances at once each step is taken by one of them (the revision decides).
/// </summary>
public sealed class ActivateDuePrograms(
    SellerDbContextFactory contexts,
    ProgramNotifier notifier,
    TimeProvider time,
    ILogger<ActivateDuePrograms> log
)
{
    /// <summary>All sellers' due steps.</summary>
    /// <returns>When the next step is due; null while none is.</returns>
    public async Task<DateTimeOffset?> RunAsync(CancellationToken cancellation)
    {
        DateTimeOffset? next = null;
        foreach (var (seller, zone) in await SellersWithRunningAsync(cancellation))
        {
            var due = await RunAsync(seller, BusinessCalendar.Of(zone), cancellation);
            next = next is null || due < next ? due : next;
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
                .SingleOrDefaultAsync(
                    p => p.Status == ProgramStatus.Scheduled || p.Status == ProgramStatus.Active,
                    cancellation
                );
            var now = time.GetUtcNow();
            if (program?.DueAt(calendar) is not { } due || due > now)
                return program?.DueAt(calendar);
            var step = Take(context, program, now);
            try
            {
                await context.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another instance, or a person, was first: look again at what is due now.
                continue;
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

    private static ProgramStep Take(PortalDbContext context, LoyaltyProgram program, DateTimeOffset now)
    {
        var before = ProgramRecord.Describe(program);
        var activates = program.Status == ProgramStatus.Scheduled;
        var step = activates ? ProgramStep.Activated : ProgramStep.Ended;
        program.Status = activates ? ProgramStatus.Active : ProgramStatus.Ended;
        program.ChangedAt = now;
        program.Revision++;
        ProgramRecord.Write(context, program, before, step, by: null, now);
        return step;
    }

    private async Task<List<(SellerId, string)>> SellersWithRunningAsync(CancellationToken cancellation)
    {
        await using var context = contexts.ForPlatform();
        // The one question about programs that is not of one seller: whose clock must be looked at. It
        // reads no more than the seller's number and zone.
        var running = await (
            from program in context.Set<LoyaltyProgram>().IgnoreQueryFilters([PortalDbContext.SellerFilter])
            join seller in context.Set<Seller>() on program.SellerId equals seller.Id
            where program.Status == ProgramStatus.Scheduled || program.Status == ProgramStatus.Active
            orderby seller.Id
            select new { seller.Id, seller.TimeZoneId }
        ).ToListAsync(cancellation);
        return [.. running.Select(r => (r.Id, r.TimeZoneId))];
    }
}
