using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit.Pages;

/// <summary>The filter as it stands in an address: the same of the page and of the file.</summary>
internal static class AuditFilters
{
    /// <summary>The operator's days: the marketplace has no time zone of its own.</summary>
    public static readonly BusinessCalendar Utc = BusinessCalendar.Of("UTC");

    /// <param name="calendar">Whose days are meant.</param>
    public static AuditFilter Of(
        string? area,
        string? from,
        string? to,
        string? text,
        BusinessCalendar calendar
    ) =>
        new(
            Enum.TryParse<AuditArea>(area, out var known) && Enum.IsDefined(known) ? known : null,
            DayNumber.TryParse(from) is { } first ? calendar.StartOf(first) : null,
            DayNumber.TryParse(to) is { } last ? calendar.StartOf(last + 1) : null,
            text
        );
}
