using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SellerLoyaltyPortal.Data;

/// <summary>
/// Remembers that a part of the database turned out to be damaged: a look at the health must say so even where
/// it does not touch that part itself. Until the next start, before which it is checked or restored.
/// </summary>
public sealed class StorageWatch : DbCommandInterceptor
{
    public bool HasSeenDamage { get; private set; }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) =>
        Note(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command,
        CommandErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Note(eventData.Exception);
        return Task.CompletedTask;
    }

    /// <summary>What failed beside EF: a statement of the ledger's own.</summary>
    public void Note(Exception? failure) =>
        HasSeenDamage |= StorageFault.Of(failure) == StorageFaultKind.Damaged;
}
