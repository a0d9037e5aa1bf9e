using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Stores what a seller keeps of a unit.</summary>
public sealed class SaveUnitEconomics(
    SellerDirectory sellers,
    SellerDbContextFactory contexts,
    TimeProvider clock
)
{
    /// <summary>The longest lock that is taken for meant.</summary>
    public const int LongestLockDays = 3_650;

    public static readonly Percent HighestMarginFloor = Percent.FromWhole(95);

    /// <param name="access">The seller.</param>
    /// <param name="unit">The shares.</param>
    /// <param name="optionLockDays">Null for no lock.</param>
    /// <param name="marginFloor">From zero.</param>
    /// <param name="revision">What the person saw; 0 where nothing was stored.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<Result<SellerUnitEconomics>> RunAsync(
        SellerAccess access,
        UnitEconomics unit,
        int? optionLockDays,
        Percent marginFloor,
        int revision,
        CancellationToken cancellation
    )
    {
        if (!await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return ProgramRules.OwnerRightsNeeded;
        List<Error> errors = [.. unit.Check()];
        if (optionLockDays is < 1 or > LongestLockDays)
            errors.Add(
                new("OptionLockOutOfLimits", nameof(SellerEconomics.OptionLockDays), 1, LongestLockDays)
            );
        if (marginFloor.BasisPoints < 0 || marginFloor > HighestMarginFloor)
            errors.Add(
                new(
                    "ShareOutOfLimits",
                    nameof(SellerEconomics.MarginFloor),
                    new Percent(0),
                    HighestMarginFloor
                )
            );
        if (errors.Count > 0)
            return Result<SellerUnitEconomics>.Failure(errors);
        await using var context = contexts.ForSeller(access.SellerId);
        var stored = await context.Set<SellerEconomics>().SingleOrDefaultAsync(cancellation);
        if ((stored?.Revision ?? 0) != revision)
            return ProgramRules.SettingsChangedMeanwhile;
        var now = clock.GetUtcNow();
        var before = stored is null ? null : EconomicsRecord.Describe(SellerUnitEconomics.From(stored));
        if (stored is null)
        {
            stored = new SellerEconomics
            {
                Commission = unit.Commission,
                OptionCommission = unit.OptionCommission,
                UnitCost = unit.UnitCost,
                ChangedBy = access.UserId,
                ChangedAt = now,
            };
            context.Add(stored);
        }
        (stored.Commission, stored.OptionCommission, stored.UnitCost) = (
            unit.Commission,
            unit.OptionCommission,
            unit.UnitCost
        );
        (stored.OptionLockDays, stored.MarginFloor) = (optionLockDays, marginFloor);
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
            if (await WasChangedAsync(access, revision, cancellation))
                return ProgramRules.SettingsChangedMeanwhile;
            throw;
        }
        return SellerUnitEconomics.From(stored);
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
