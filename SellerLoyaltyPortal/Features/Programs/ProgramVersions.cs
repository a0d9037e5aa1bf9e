using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Answers;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Which offer held, holds or will hold when.</summary>
public sealed class ProgramVersions(SellerDbContextFactory contexts)
{
    /// <summary>
    /// The offer of a seller's buyers on a day: of the past, of today, or, as far as it is decided, of the
    /// future. It asks the decisions, not the state that the clock has reached, so that it is right at 00:00
    /// sharp and while the clock is late. Null for a day without a program.
    /// </summary>
    public async Task<EffectiveOffer?> OnDayAsync(
        SellerId seller,
        DayNumber day,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(seller);
        var launched = await (
            from version in context.Set<ProgramVersion>().AsNoTracking()
            join program in context.Set<LoyaltyProgram>() on version.ProgramId equals program.Id
            // A draft that was launched and withdrawn has a version and no first day.
            where program.StartsOn != null && version.EffectiveFrom >= program.StartsOn
            orderby version.ProgramId, version.Number
            select new
            {
                version.ProgramId,
                version.Number,
                version.EffectiveFrom,
                version.MechanicJson,
                program.StartsOn,
                program.LastDay,
            }
        ).ToListAsync(cancellation);
        var current = launched.LastOrDefault(v =>
            v.EffectiveFrom <= day && (v.LastDay is not { } last || day <= last)
        );
        if (current is null)
            return null;
        DayNumber? beforeNext = launched.FirstOrDefault(v =>
            v.ProgramId == current.ProgramId && v.EffectiveFrom > day
        )
            is { } next
            ? next.EffectiveFrom - 1
            : null;
        return new(
            current.ProgramId,
            current.Number,
            MechanicJson.Read(current.MechanicJson),
            current.EffectiveFrom,
            beforeNext is { } until && (current.LastDay is not { } end || until < end)
                ? until
                : current.LastDay
        );
    }

    /// <summary>A program's versions, the newest first, for members.</summary>
    public async Task<IReadOnlyList<ProgramVersionDetails>> OfAsync(
        SellerAccess access,
        long program,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForSeller(access.SellerId);
        var rows = await (
            from version in context.Set<ProgramVersion>().AsNoTracking()
            join owner in context.Set<LoyaltyProgram>() on version.ProgramId equals owner.Id
            join person in context.Set<PortalUser>() on version.DecidedBy equals person.Id into people
            from person in people.DefaultIfEmpty()
            where version.ProgramId == program
            orderby version.Number
            select new
            {
                Version = version,
                owner.StartsOn,
                owner.LastDay,
                By = person == null ? null : person.DisplayName,
            }
        ).ToListAsync(cancellation);
        var versions = new List<ProgramVersionDetails>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var (version, next) = (rows[i].Version, i + 1 < rows.Count ? rows[i + 1].Version : null);
            var until = next is null ? rows[i].LastDay : next.EffectiveFrom - 1;
            until = rows[i].LastDay is { } last && until > last ? last : until;
            // Withdrawn before it began, replaced on the day it was decided, or later than the end.
            var never =
                rows[i].StartsOn is not { } start
                || version.EffectiveFrom < start
                || (until is { } end && end < version.EffectiveFrom);
            versions.Add(
                new(
                    version.Number,
                    MechanicJson.Read(version.MechanicJson),
                    version.EffectiveFrom,
                    never ? null : until,
                    never,
                    version.DecidedAt,
                    rows[i].By
                )
            );
        }
        versions.Reverse();
        return versions;
    }
}
