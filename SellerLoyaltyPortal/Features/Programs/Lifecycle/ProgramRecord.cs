using System.Text.Json;
using System.Text.Json.Nodes;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Audit;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>Writes a step into a program's history, in the transaction that takes it.</summary>
internal static class ProgramRecord
{
    /// <summary>What a program says of itself, for the history.</summary>
    public static string Describe(LoyaltyProgram program) =>
        new JsonObject
        {
            ["name"] = program.Name,
            ["status"] = program.Status.ToString(),
            ["offer"] = JsonNode.Parse(program.MechanicJson),
            ["version"] = program.Version,
            ["nextOffer"] = program.NextMechanicJson is { } next ? JsonNode.Parse(next) : null,
            ["nextVersion"] = program.NextVersion,
            ["nextVersionFrom"] = program.NextVersionFrom?.ToString(),
            ["minimumLifeDays"] = program.MinimumLifeDays,
            ["optionLockDays"] = program.OptionLockDays,
            ["startsOn"] = program.StartsOn?.ToString(),
            ["lastDay"] = program.LastDay?.ToString(),
            ["revision"] = program.Revision,
        }.ToJsonString(Plain);

    /// <param name="context">Saved by the caller.</param>
    /// <param name="program">After the step; already stored, so that it has a number.</param>
    /// <param name="before">Its description before the step, or null for a new one.</param>
    /// <param name="step">What was done.</param>
    /// <param name="by">Who did it; null for the clock.</param>
    /// <param name="at">When.</param>
    public static void Write(
        PortalDbContext context,
        LoyaltyProgram program,
        string? before,
        ProgramStep step,
        Guid? by,
        DateTimeOffset at
    )
    {
        context.Add(
            new ProgramTransition
            {
                ProgramId = program.Id,
                Step = step,
                To = program.Status,
                At = at,
                By = by,
                BeforeJson = before,
                AfterJson = step == ProgramStep.Deleted ? null : Describe(program),
            }
        );
        context.Audit(
            at,
            by is { } person ? AuditActor.Person(person) : AuditActor.Clock,
            context.Seller,
            AuditAction.ProgramChanged,
            program.Name,
            new AuditDetail(AuditDetail.Step, step.ToString())
        );
    }

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
