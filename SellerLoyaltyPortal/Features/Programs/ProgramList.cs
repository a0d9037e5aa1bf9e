using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>A seller's programs and their history, for members.</summary>
public sealed class ProgramList(SellerDbContextFactory contexts)
{
    /// <summary>All programs: the running one first, then drafts, then ended ones; each newest first.</summary>
    public async Task<IReadOnlyList<ProgramWithHistory>> AllAsync(
        SellerAccess access,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var programs = await context.Set<LoyaltyProgram>().AsNoTracking().ToListAsync(cancellation);
        var history = await HistoryAsync(context, cancellation);
        return
        [
            .. programs
                .OrderBy(p => OrderOf(p.Status))
                .ThenByDescending(p => p.ChangedAt)
                .ThenByDescending(p => p.Id)
                .Select(p => new ProgramWithHistory(ProgramDetails.From(p), [.. history[p.Id]])),
        ];
    }

    /// <summary>One program; null where this seller has none of that number.</summary>
    public async Task<ProgramDetails?> FindAsync(SellerAccess access, long id, CancellationToken cancellation)
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var program = await context
            .Set<LoyaltyProgram>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id, cancellation);
        return program is null ? null : ProgramDetails.From(program);
    }

    /// <summary>The program that is scheduled, active or ending; null while there is none.</summary>
    public async Task<ProgramDetails?> RunningAsync(SellerAccess access, CancellationToken cancellation)
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var program = await context
            .Set<LoyaltyProgram>()
            .AsNoTracking()
            .SingleOrDefaultAsync(LoyaltyProgram.IsRunning, cancellation);
        return program is null ? null : ProgramDetails.From(program);
    }

    private static async Task<ILookup<long, ProgramHistoryEntry>> HistoryAsync(
        PortalDbContext context,
        CancellationToken cancellation
    )
    {
        var steps = await (
            from step in context.Set<ProgramTransition>().AsNoTracking()
            join person in context.Set<PortalUser>() on step.By equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby step.Id descending
            select new
            {
                step.ProgramId,
                step.Step,
                step.At,
                step.By,
                Name = person == null ? null : person.DisplayName,
            }
        ).ToListAsync(cancellation);
        return steps.ToLookup(
            s => s.ProgramId,
            s => new ProgramHistoryEntry(s.Step, s.At, IsByClock: s.By is null, s.Name)
        );
    }

    private static int OrderOf(ProgramStatus status) =>
        status switch
        {
            ProgramStatus.Active or ProgramStatus.Ending => 0,
            ProgramStatus.Scheduled => 1,
            ProgramStatus.Draft => 2,
            ProgramStatus.Ended => 3,
        };
}
