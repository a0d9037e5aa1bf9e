using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>An entry in words, for the page and for the file alike.</summary>
public static class AuditWords
{
    public static string Action(IStringLocalizer texts, AuditAction action) => texts["Action." + action];

    public static string Area(IStringLocalizer texts, AuditArea area) => texts["Area." + area];

    /// <param name="name">Null for whoever has none any more, or never had.</param>
    public static string Actor(IStringLocalizer texts, AuditActorKind kind, string? name) =>
        kind == AuditActorKind.Person && name is not null ? name : texts["Actor." + kind];

    public static string Details(IStringLocalizer texts, IEnumerable<AuditDetail> details) =>
        string.Join("; ", details.Select(detail => Detail(texts, detail)));

    private static string Detail(IStringLocalizer texts, AuditDetail detail)
    {
        var (before, after) = (
            Value(texts, detail.Name, detail.Before),
            Value(texts, detail.Name, detail.After)
        );
        var value =
            before is null ? after
            : after is null ? before
            : $"{before} → {after}";
        return $"{texts["Detail." + detail.Name].Value}: {value}";
    }

    /// <summary>A count with its groups, a word of the portal's code in the reader's language; anything else as it stands.</summary>
    private static string? Value(IStringLocalizer texts, string name, string? value) =>
        value is null ? null
        : name is AuditDetail.Lines or AuditDetail.Rows
        && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count.ToString("N0", CultureInfo.CurrentCulture)
        : texts["Value." + value] is { ResourceNotFound: false } known ? known.Value
        : value;
}
