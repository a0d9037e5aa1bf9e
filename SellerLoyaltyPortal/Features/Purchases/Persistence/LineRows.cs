using Microsoft.Data.Sqlite;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Persistence;

/// <summary>
/// A seller's rows of some stretch of the ledger, superseded ones too: every row may name an order, and which
/// ones hold depends on the sequence that is asked for.
/// </summary>
internal sealed class LineRows : IDisposable
{
    private const string Columns = """
        "Sequence", "BuyerKey", "BoughtAt", "ListAmount", "SellerAmount", "PaidAmount", "Quantity",
        "ReturnedQuantity", "ReturnedAt", "OrderId", "WithLoyaltyDiscount", "SupersededBy"
        """;

    /// <summary>
    /// The row that a row replaced: the line's version just before, of which an index knows, however many came
    /// earlier. Asked by what replaced it alone, SQLite reads the seller's whole ledger for every row.
    /// </summary>
    internal const string ReplacedQuery = $"""
        SELECT {Columns} FROM "PurchaseLines" WHERE "SellerId" = ?1 AND "SupersededBy" = ?2 AND "Sequence" =
            (SELECT old."Sequence" FROM "PurchaseLines" new JOIN "PurchaseLines" old ON old."SellerId" = ?1
                AND old."LineId" = new."LineId" AND old."Version" < new."Version"
            WHERE new."SellerId" = ?1 AND new."Sequence" = ?2 ORDER BY old."Version" DESC LIMIT 1)
        """;

    private readonly PreparedStatement _rows;
    private readonly BusinessCalendar _calendar;

    // Rows come mostly by time: the day of one is the day of the next.
    private long _dayFrom = long.MaxValue;
    private long _dayUntil = long.MinValue;
    private DayNumber _day;

    private LineRows(PreparedStatement rows, BusinessCalendar calendar) =>
        (_rows, _calendar) = (rows, calendar);

    public long Sequence => _rows.Int64(0);

    public long BuyerKey => _rows.Int64(1);

    /// <summary>Sequence of the row that replaced this one; null while none did.</summary>
    public long? SupersededBy => _rows.IsNull(11) ? null : _rows.Int64(11);

    /// <summary>Rows after a sequence up to another, in order.</summary>
    public static LineRows Between(
        SqliteConnection connection,
        SellerId seller,
        long after,
        long upTo,
        BusinessCalendar calendar
    )
    {
        var rows = new PreparedStatement(
            connection,
            $"""
            SELECT {Columns} FROM "PurchaseLines"
            WHERE "SellerId" = ?1 AND "Sequence" > ?2 AND "Sequence" <= ?3 ORDER BY "Sequence"
            """
        );
        rows.Bind(1, seller.Value);
        rows.Bind(2, after);
        rows.Bind(3, upTo);
        return new(rows, calendar);
    }

    /// <summary>The earlier version of a line, by the row that replaced it.</summary>
    public static LineRows Replaced(SqliteConnection connection, SellerId seller, BusinessCalendar calendar)
    {
        var rows = new PreparedStatement(connection, ReplacedQuery);
        rows.Bind(1, seller.Value);
        return new(rows, calendar);
    }

    /// <summary>For <see cref="Replaced"/>: asks for what one row replaced.</summary>
    public void AskFor(long sequence)
    {
        _rows.Reset();
        _rows.Bind(2, sequence);
    }

    public bool Step() => _rows.Step();

    /// <summary>The number of the row's order; 0 where orders are not numbered. Asked of every row, in order.</summary>
    public int Order(OrderNumbers? orders) => orders?.NumberOf(_rows.Utf8(9), Sequence) ?? 0;

    public LedgerLine Line(int order) =>
        new(
            BuyerKey,
            DayOf(_rows.Int64(2)),
            new Money(_rows.Int64(3)),
            new Money(_rows.Int64(4)),
            new Money(_rows.Int64(5)),
            _rows.Int64(6),
            _rows.Int64(7),
            _rows.IsNull(8) ? null : DayOf(_rows.Int64(8)),
            order,
            _rows.Int64(10) != 0
        );

    public void Dispose() => _rows.Dispose();

    private DayNumber DayOf(long milliseconds)
    {
        var seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000;
        if (seconds < _dayFrom || seconds >= _dayUntil)
            _day = _calendar.DayOf(seconds, out _dayFrom, out _dayUntil);
        return _day;
    }
}
