namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>In which order a file writes the parts of a date. A time and an offset may follow.</summary>
public enum DateLayout
{
    /// <summary><c>2026-03-31</c>, <c>2026.03.31</c>, <c>2026/03/31</c>.</summary>
    YearMonthDay,

    /// <summary><c>31.03.2026</c>, <c>31/03/2026</c>, <c>31.03.26</c>.</summary>
    DayMonthYear,

    /// <summary><c>03/31/2026</c>.</summary>
    MonthDayYear,

    /// <summary><c>20260331</c>.</summary>
    Compact,
}
