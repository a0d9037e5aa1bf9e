using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>
/// How a command writes into the audit log: into the context that makes the change, before it is saved, so
/// that there is no change without its entry and no entry without its change.
/// </summary>
public static class AuditWriting
{
    // For a page and a file, both of which escape for themselves.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="seller">Null for what concerns the platform or a person alone.</param>
    /// <param name="subject">What it was done to; cut where it is too long.</param>
    public static void Audit(
        this PortalDbContext context,
        DateTimeOffset at,
        AuditActor actor,
        SellerId? seller,
        AuditAction action,
        string? subject = null,
        params IReadOnlyList<AuditDetail> details
    ) =>
        context.Add(
            new AuditEntry
            {
                At = at,
                SellerId = seller,
                Action = action,
                ActorKind = actor.Kind,
                ActorId = actor.Id,
                Address = Cut(actor.Address, AuditEntry.LongestAddress),
                Subject = Cut(subject, AuditEntry.LongestSubject),
                DetailsJson = details.Count == 0 ? null : JsonSerializer.Serialize(details, Json),
            }
        );

    internal static IReadOnlyList<AuditDetail> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<AuditDetail>>(json, Json) ?? [];

    private static string? Cut(string? text, int most) => text?.Length > most ? text[..most] : text;
}
