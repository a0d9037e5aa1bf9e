using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>
/// Says every stored entry once more in the program's own log, which leaves the machine where somebody collects
/// it: whoever gets at the database can't take that copy back. Ids and words of the portal only: no e-mail, no
/// name of a file or report, no buyer.
/// </summary>
/// <remarks>
/// Told once it is durable: what is saved within a transaction waits for its commit, which therefore has to go
/// through the context (<c>Database.CommitTransactionAsync</c>), and goes with a transaction that is given up.
/// </remarks>
internal sealed class AuditTrail(ILogger<AuditTrail> log) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<AuditEntry>> _saving = [];
    private readonly ConditionalWeakTable<DbTransaction, List<AuditEntry>> _uncommitted = [];

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
        Saved(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Saved(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Committed(transaction);

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Committed(transaction);
        return Task.CompletedTask;
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

    private void Saved(DbContext? context)
    {
        if (context is null || !_saving.TryGetValue(context, out var saved))
            return;
        _saving.Remove(context);
        if (context.Database.CurrentTransaction?.GetDbTransaction() is not { } transaction)
            Tell(saved);
        else if (_uncommitted.TryGetValue(transaction, out var earlier))
            earlier.AddRange(saved);
        else
            _uncommitted.Add(transaction, saved);
    }

    private void Committed(DbTransaction transaction)
    {
        if (_uncommitted.Remove(transaction, out var saved))
            Tell(saved);
    }

    private void Tell(List<AuditEntry> stored)
    {
        foreach (var entry in stored)
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
