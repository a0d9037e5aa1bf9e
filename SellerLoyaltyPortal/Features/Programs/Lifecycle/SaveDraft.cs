using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>Makes a draft or changes one. Everything that is wrong with it is said at once.</summary>
public sealed class SaveDraft(ChangeProgram change, IOptions<ProgramLimits> limits)
{
    public async Task<Result<ProgramDetails>> RunAsync(
        SellerAccess access,
        ProgramDraft draft,
        CancellationToken cancellation
    )
    {
        if (draft.Id is { } id)
            return await change.RunAsync(
                access,
                id,
                draft.Revision ?? 0,
                (ProgramAction.Edit, ProgramStep.Edited),
                (_, program, _) => Task.FromResult(Apply(draft, program)),
                cancellation
            );
        if (await change.PrepareAsync(access, cancellation) is { } refusal)
            return refusal;
        if (Check(draft) is { Count: > 0 } errors)
            return Result<ProgramDetails>.Failure(errors);
        return await change.CreateAsync(
            access,
            now => new LoyaltyProgram
            {
                Name = draft.Name.Trim(),
                MechanicJson = MechanicJson.Write(draft.Mechanic),
                MinimumLifeDays = draft.MinimumLifeDays,
                CreatedBy = access.UserId,
                CreatedAt = now,
                ChangedAt = now,
            },
            cancellation
        );
    }

    /// <summary>What the domain has against a draft; a form asks the same before it is sent.</summary>
    public IReadOnlyList<Error> Check(ProgramDraft draft) =>
        [
            .. CheckName(draft.Name),
            .. MechanicValidation.Check(draft.Mechanic, limits.Value),
            .. MechanicValidation.CheckLife(draft.MinimumLifeDays, limits.Value),
        ];

    private IReadOnlyList<Error> Apply(ProgramDraft draft, LoyaltyProgram program)
    {
        var errors = Check(draft);
        if (errors.Count > 0)
            return errors;
        program.Name = draft.Name.Trim();
        program.MechanicJson = MechanicJson.Write(draft.Mechanic);
        program.MinimumLifeDays = draft.MinimumLifeDays;
        return [];
    }

    private static IEnumerable<Error> CheckName(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0)
            yield return new("ProgramNameIsEmpty", nameof(LoyaltyProgram.Name));
        else if (trimmed.Length > LoyaltyProgram.LongestName)
            yield return new("ProgramNameIsTooLong", nameof(LoyaltyProgram.Name), LoyaltyProgram.LongestName);
        else if (trimmed.Any(char.IsControl))
            yield return new("ProgramNameHasControlCharacters", nameof(LoyaltyProgram.Name));
    }
}
