using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Stores what a seller keeps of a unit, and what else their figures are counted with.</summary>
public sealed class SaveUnitEconomics(
    SellerDirectory sellers,
    SellerDbContextFactory contexts,
    TimeProvider clock
)
{
    /// <summary>The longest lock that is taken for meant.</summary>
    public const int LongestLockDays = 3_650;

    public static readonly Percent HighestMarginFloor = Percent.FromWhole(95);

    public static readonly Money HighestTypicalOrder = Money.FromUnits(1_000_000);

    /// <param name="access">The seller.</param>
    /// <param name="wanted">What the person saw, by its revision, with what they changed of it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<Result<SellerUnitEconomics>> RunAsync(
        SellerAccess access,
        SellerUnitEconomics wanted,
        CancellationToken cancellation
    )
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return ProgramRules.OwnerRightsNeeded;
        var errors = Check(wanted);
        if (errors.Count > 0)
            return Result<SellerUnitEconomics>.Failure(errors);
        await using var context = contexts.ForSeller(access.SellerId);
        var stored = await context.Set<SellerEconomics>().SingleOrDefaultAsync(cancellation);
        if ((stored?.Revision ?? 0) != wanted.Revision)
            return ProgramRules.SettingsChangedMeanwhile;
        var now = clock.GetUtcNow();
        var before = stored is null ? null : EconomicsRecord.Describe(SellerUnitEconomics.From(stored));
        if (stored is null)
        {
            stored = new SellerEconomics
            {
                Commission = wanted.Unit.Commission,
                OptionCommission = wanted.Unit.OptionCommission,
                UnitCost = wanted.Unit.UnitCost,
                ChangedBy = access.UserId,
                ChangedAt = now,
            };
            context.Add(stored);
        }
        (stored.Commission, stored.OptionCommission, stored.UnitCost) = (
            wanted.Unit.Commission,
            wanted.Unit.OptionCommission,
            wanted.Unit.UnitCost
        );
        (stored.OptionLockDays, stored.MarginFloor, stored.TypicalOrder) = (
            wanted.OptionLockDays,
            wanted.MarginFloor,
            wanted.TypicalOrder
        );
        (stored.ChangedBy, stored.ChangedAt) = (access.UserId, now);
        stored.Revision++;
        context.Audit(
            now,
            access.Actor,
            access.SellerId,
            AuditAction.CostsChanged,
            subject: null,
            new AuditDetail(AuditDetail.Kind, nameof(EconomicsChangeKind.UnitEconomics))
        );
        context.Add(
            new EconomicsChange
            {
                Kind = EconomicsChangeKind.UnitEconomics,
                At = now,
                By = access.UserId,
                BeforeJson = before,
                AfterJson = EconomicsRecord.Describe(SellerUnitEconomics.From(stored)),
            }
        );
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two people at once, also where both were the first: the row's revision or key decides.
            if (await WasChangedAsync(access, wanted.Revision, cancellation))
                return ProgramRules.SettingsChangedMeanwhile;
            throw;
        }
        return SellerUnitEconomics.From(stored);
    }

    private static List<Error> Check(SellerUnitEconomics wanted)
    {
        List<Error> errors = [.. wanted.Unit.Check()];
        if (wanted.OptionLockDays is < 1 or > LongestLockDays)
            errors.Add(
                new("OptionLockOutOfLimits", nameof(SellerEconomics.OptionLockDays), 1, LongestLockDays)
            );
        if (wanted.MarginFloor.BasisPoints < 0 || wanted.MarginFloor > HighestMarginFloor)
            errors.Add(
                new(
                    "ShareOutOfLimits",
                    nameof(SellerEconomics.MarginFloor),
                    new Percent(0),
                    HighestMarginFloor
                )
            );
        if (wanted.TypicalOrder is { } order && (order <= Money.Zero || order > HighestTypicalOrder))
            errors.Add(
                new(
                    "TypicalOrderOutOfLimits",
                    nameof(SellerEconomics.TypicalOrder),
                    Money.Zero,
                    HighestTypicalOrder
                )
            );
        return errors;
    }

    private async Task<bool> WasChangedAsync(
        SellerAccess access,
        int revision,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(access.SellerId);
        return await context.Set<SellerEconomics>().AnyAsync(e => e.Revision != revision, cancellation);
    }
}
