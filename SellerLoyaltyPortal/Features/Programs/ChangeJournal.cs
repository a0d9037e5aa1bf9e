using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// Who changed what, when, with before and after: every step of every program (deleted drafts too) and every
/// change of a seller's costs, newest first, for members.
/// </summary>
public sealed class ChangeJournal(SellerDbContextFactory contexts)
{
    /// <param name="access">The seller.</param>
    /// <param name="program">One program alone; null for everything, costs included.</param>
    /// <param name="count">How many entries at most.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The newest ones, and whether there are older ones.</returns>
    public async Task<(IReadOnlyList<JournalEntry> Entries, bool HasMore)> ReadAsync(
        SellerAccess access,
        long? program,
        int count,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var entries = await StepsAsync(context, program, count + 1, cancellation);
        if (program is null)
            entries.AddRange(await CostsAsync(context, count + 1, cancellation));
        List<JournalEntry> newest = [.. entries.OrderByDescending(e => e.At).Take(count + 1)];
        return (newest.Take(count).ToList(), newest.Count > count);
    }

    private static async Task<List<JournalEntry>> StepsAsync(
        PortalDbContext context,
        long? program,
        int count,
        CancellationToken cancellation
    )
    {
        var rows = await (
            from step in context.Set<ProgramTransition>().AsNoTracking()
            join person in context.Set<PortalUser>() on step.By equals person.Id into people
            from person in people.DefaultIfEmpty()
            where program == null || step.ProgramId == program
            orderby step.Id descending
            select new { Step = step, Name = person == null ? null : person.DisplayName }
        )
            .Take(count)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row =>
            {
                var (before, after) = (
                    ProgramState.Read(row.Step.BeforeJson),
                    ProgramState.Read(row.Step.AfterJson)
                );
                return new JournalEntry
                {
                    At = row.Step.At,
                    Step = row.Step.Step,
                    ProgramId = row.Step.ProgramId,
                    ProgramName = NameIn(after) ?? NameIn(before),
                    IsByClock = row.Step.By is null,
                    By = row.Name,
                    Changes = ChangedField.Between(before, after),
                };
            }),
        ];

        static string? NameIn(IReadOnlyList<KeyValuePair<string, object>> state) =>
            state.FirstOrDefault(field => field.Key == nameof(LoyaltyProgram.Name)).Value as string;
    }

    private static async Task<List<JournalEntry>> CostsAsync(
        PortalDbContext context,
        int count,
        CancellationToken cancellation
    )
    {
        var rows = await (
            from change in context.Set<EconomicsChange>().AsNoTracking()
            join person in context.Set<PortalUser>() on change.By equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby change.Id descending
            select new { Change = change, Name = person == null ? null : person.DisplayName }
        )
            .Take(count)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new JournalEntry
            {
                At = row.Change.At,
                Costs = row.Change.Kind,
                IsByClock = false,
                By = row.Name,
                Changes = ChangedField.Between(
                    EconomicsRecord.Read(row.Change.BeforeJson),
                    EconomicsRecord.Read(row.Change.AfterJson)
                ),
            }),
        ];
    }
}
