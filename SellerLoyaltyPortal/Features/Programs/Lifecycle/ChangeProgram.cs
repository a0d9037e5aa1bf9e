using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// The one way in which a person's step reaches a program: rights asked again, the clock's due steps first,
/// the revision compared, the rule asked, the step and its record stored together or not at all.
/// </summary>
public sealed class ChangeProgram(
    SellerDirectory sellers,
    SellerDbContextFactory contexts,
    ActivateDuePrograms activateDuePrograms,
    ProgramNotifier notifier,
    TimeProvider time
)
{
    /// <summary>What a use case does to the program; errors keep everything as it was.</summary>
    public delegate Task<IReadOnlyList<Error>> Change(
        PortalDbContext context,
        LoyaltyProgram program,
        DateTimeOffset now
    );

    public async Task<Result<ProgramDetails>> RunAsync(
        SellerAccess access,
        long id,
        int revision,
        (ProgramAction Action, ProgramStep Step) asked,
        Change change,
        CancellationToken cancellation
    )
    {
        if (await PrepareAsync(access, cancellation) is { } refusal)
            return refusal;
        await using var context = contexts.ForSeller(access.SellerId);
        var program = await context.Set<LoyaltyProgram>().SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (program is null)
            return ProgramRules.ProgramNotFound;
        // The rule before the revision: "it has started" says more than "it has changed".
        if (ProgramRules.Refusal(asked.Action, program.Status) is { } rule)
            return rule;
        if (program.Revision != revision)
            return ProgramRules.ProgramChangedMeanwhile;
        var now = time.GetUtcNow();
        var before = ProgramRecord.Describe(program);
        var errors = await change(context, program, now);
        if (errors.Count > 0)
            return Result<ProgramDetails>.Failure(errors);
        program.ChangedAt = now;
        program.Revision++;
        if (asked.Step == ProgramStep.Deleted)
            context.Remove(program);
        ProgramRecord.Write(context, program, before, asked.Step, access.UserId, now);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ProgramRules.ProgramChangedMeanwhile;
        }
        catch (DbUpdateException) when (asked.Step == ProgramStep.Launched)
        {
            // Two launches in the same moment: the unique index lets one through.
            if (await HasRunningAsync(access.SellerId, cancellation))
                return ProgramRules.SellerAlreadyHasRunningProgram;
            throw;
        }
        notifier.Publish(access.SellerId);
        return ProgramDetails.From(program);
    }

    /// <summary>Stores a new draft with its first record.</summary>
    public async Task<Result<ProgramDetails>> CreateAsync(
        SellerAccess access,
        Func<DateTimeOffset, LoyaltyProgram> make,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var now = time.GetUtcNow();
        var program = make(now);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        context.Add(program);
        await context.SaveChangesAsync(cancellation);
        ProgramRecord.Write(context, program, before: null, ProgramStep.Created, access.UserId, now);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        notifier.Publish(access.SellerId);
        return ProgramDetails.From(program);
    }

    /// <summary>Asks for rights and lets the clock go first; null when the step may be tried.</summary>
    public async Task<Error?> PrepareAsync(SellerAccess access, CancellationToken cancellation)
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return ProgramRules.OwnerRightsNeeded;
        await activateDuePrograms.RunAsync(access.SellerId, access.Calendar, cancellation);
        return null;
    }

    public async Task<bool> HasRunningAsync(SellerId seller, CancellationToken cancellation)
    {
        await using var context = contexts.ForSeller(seller);
        return await context.Set<LoyaltyProgram>().AnyAsync(LoyaltyProgram.IsRunning, cancellation);
    }
}
