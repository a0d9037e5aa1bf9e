using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>
/// Says every stored entry once more in the program's own log, which leaves the machine where somebody collects
/// it: whoever gets at the database can't take that copy back. Ids and words of the portal only: no e-mail, no
/// name of a file or report, no buyer.
/// </summary>
/// <remarks>Written when the row is, so one whose transaction is then rolled back may stand there too.</remarks>
internal sealed class AuditTrail(ILogger<AuditTrail> log) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<AuditEntry>> _saving = [];

    public override InterceptionResult<int> SavingChanges(
        DbContextEventData eventData,
        InterceptionResult<int> result
    )
    {
        Note(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Tell(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Tell(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private void Note(DbContext? context)
    {
        if (context is null)
            return;
        var added = context
            .ChangeTracker.Entries<AuditEntry>()
            .Where(e => e.State == EntityState.Added)
            .Select(e => e.Entity)
            .ToList();
        // A save that failed before this one told nothing.
        _saving.Remove(context);
        if (added.Count > 0)
            _saving.Add(context, added);
    }

    private void Tell(DbContext? context)
    {
        if (context is null || !_saving.TryGetValue(context, out var saved))
            return;
        _saving.Remove(context);
        foreach (var entry in saved)
            log.LogInformation(
                "Audit {Entry} {At:O}: {Action}, seller {Seller}, by {ActorKind} {Actor} from {Address}",
                entry.Id,
                entry.At,
                entry.Action,
                entry.SellerId?.Value,
                entry.ActorKind,
                entry.ActorId,
                entry.Address
            );
    }
}
