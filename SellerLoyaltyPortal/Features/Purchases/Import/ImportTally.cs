using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Adds up what a file holds.</summary>
internal sealed class ImportTally
{
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;

    public long Rows { get; set; }

    public long BytesRead { get; set; }

    public Money Total { get; private set; }

    public void Count(NewPurchaseLine line)
    {
        Total += line.SellerAmount;
        if (_first is not { } first || line.BoughtAt < first)
            _first = line.BoughtAt;
        if (_last is not { } last || line.BoughtAt > last)
            _last = line.BoughtAt;
    }

    public DayRange? Period(BusinessCalendar calendar) =>
        _first is { } first && _last is { } last
            ? new DayRange(calendar.DayOf(first), calendar.DayOf(last))
            : null;
}
