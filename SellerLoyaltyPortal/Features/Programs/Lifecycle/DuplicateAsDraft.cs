using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>Makes a new draft with the offer of any program, in whatever state that is.</summary>
public sealed class DuplicateAsDraft(ChangeProgram change, SellerDbContextFactory contexts)
{
    /// <param name="access">The seller.</param>
    /// <param name="id">The program whose offer is taken.</param>
    /// <param name="nameOf">Names the copy after the original's name, in the person's language.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<Result<ProgramDetails>> RunAsync(
        SellerAccess access,
        long id,
        Func<string, string> nameOf,
        CancellationToken cancellation
    )
    {
        if (await change.PrepareAsync(access, cancellation) is { } refusal)
            return refusal;
        await using var context = contexts.ForSeller(access.SellerId);
        var original = await context
            .Set<LoyaltyProgram>()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (original is null)
            return ProgramRules.ProgramNotFound;
        return await change.CreateAsync(
            access,
            now => new LoyaltyProgram
            {
                Name = Shortened(nameOf(original.Name).Trim()),
                MechanicJson = original.MechanicJson,
                MinimumLifeDays = original.MinimumLifeDays,
                CreatedBy = access.UserId,
                CreatedAt = now,
                ChangedAt = now,
            },
            cancellation
        );
    }

    private static string Shortened(string name) =>
        name.Length <= LoyaltyProgram.LongestName ? name : name[..(LoyaltyProgram.LongestName - 1)] + "…";
}
