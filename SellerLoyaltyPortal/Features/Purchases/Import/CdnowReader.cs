using System.Globalization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// The CDNOW files: customer, date, number of discs and value, with blanks between; in the 1/10 sample the
/// sample's own number stands second, and no header above. A row is a whole purchase. It has no id, so that
/// is made of its content and of which of the alike purchases it is.
/// </summary>
internal sealed class CdnowReader : PurchaseReader
{
    private static readonly string[] MasterColumns = ["customer_id", "date", "number_of_cds", "dollar_value"];

    private readonly RecordReader _rows;
    private readonly RowLog _log;
    private readonly RowMeaning _meaning;
    private readonly OccurrenceCounter _occurrences = new();
    private readonly Range[] _fields;

    /// <summary>Where customer, date, discs and value stand.</summary>
    private readonly int[] _at;
    private readonly int _columns;
    private bool _pending;

    private CdnowReader(RecordReader rows, RowLog log, RowMeaning meaning, bool isSample)
    {
        (_rows, _log, _meaning) = (rows, log, meaning);
        _at = isSample ? [0, 2, 3, 4] : [0, 1, 2, 3];
        _columns = isSample ? 5 : 4;
        _fields = new Range[_columns + 1];
        _pending = isSample;
    }

    public override long Row => _rows.Row;

    public static bool IsHeader(ReadOnlySpan<char> line)
    {
        Span<Range> fields = stackalloc Range[MasterColumns.Length + 1];
        if (Split(line, fields) != MasterColumns.Length)
            return false;
        for (var i = 0; i < MasterColumns.Length; i++)
            if (!line[fields[i]].Equals(MasterColumns[i], StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    /// <summary>Five numbers, the third a date.</summary>
    public static bool IsSampleRow(ReadOnlySpan<char> line)
    {
        Span<Range> fields = stackalloc Range[6];
        if (Split(line, fields) != 5)
            return false;
        foreach (var field in fields[..5])
            if (line[field].IndexOfAnyExceptInRange('.', '9') >= 0)
                return false;
        var date = line[fields[2]];
        return date.Length == 8 && (date.StartsWith("19") || date.StartsWith("20"));
    }

    public static CdnowReader Open(RecordReader rows, RowLog log, RowMeaning meaning)
    {
        if (!rows.Read() || rows.FieldCount == 0 || !IsHeader(rows[0]))
            throw PurchaseReaders.NotTheHeader(PurchaseLayout.Cdnow);
        return new(rows, log, meaning, isSample: false);
    }

    public static CdnowReader OpenSample(RecordReader rows, RowLog log, RowMeaning meaning)
    {
        if (!rows.Read() || rows.FieldCount == 0 || !IsSampleRow(rows[0]))
            throw PurchaseReaders.NotTheHeader(PurchaseLayout.CdnowSample);
        return new(rows, log, meaning, isSample: true);
    }

    public override void Dispose()
    {
        _occurrences.Dispose();
        base.Dispose();
    }

    public override bool Read()
    {
        Line = null;
        do
        {
            if (_pending)
                _pending = false;
            else if (!_rows.Read())
                return false;
        } while (_rows.IsBlank);
        if (RowShape.Check(_rows, columns: 1, _log))
            Line = ReadLine(_rows[0]);
        return true;
    }

    private NewPurchaseLine? ReadLine(ReadOnlySpan<char> row)
    {
        if (Split(row, _fields) != _columns)
        {
            _log.Error(Row, "", row, RowErrorReason.WrongFieldCount);
            return null;
        }
        var errors = _log.ErrorRows;
        var customer = row[_fields[_at[0]]];
        if (customer.Length > RowText.MaxLength / 3)
            Wrong(0, RowErrorReason.TooLong);
        if (_meaning.Instants.TryReadCompact(row[_fields[_at[1]]], out var boughtAt) is { } badDate)
            Wrong(1, badDate);
        if (Amounts.TryReadWhole(row[_fields[_at[2]]], out var discs) is { } badCount)
            Wrong(2, badCount);
        else if (discs <= 0)
            Wrong(2, discs == 0 ? RowErrorReason.Zero : RowErrorReason.Negative);
        if (Amounts.TryRead(row[_fields[_at[3]]], out var value) is { } badValue)
            Wrong(3, badValue);
        else if (value < 0)
            Wrong(3, RowErrorReason.Negative);
        if (_log.ErrorRows > errors)
            return null;
        if (value == 0)
            _log.Find(FindingKind.ZeroPrice, Row, leftOut: false);
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"{customer}|{row[_fields[_at[1]]]}|{new Money(value)}|{discs}"
        );
        var occurrence = _occurrences.Next(content);
        if (occurrence > 1)
        {
            _log.Find(FindingKind.RepeatedLine, Row, leftOut: false);
            content = string.Create(CultureInfo.InvariantCulture, $"{content}|{occurrence}");
        }
        return new NewPurchaseLine
        {
            Buyer = new BuyerId(customer.ToString()),
            LineId = content,
            OrderId = content,
            Sku = "CD",
            Quantity = discs,
            ListAmount = new Money(value),
            SellerAmount = new Money(value),
            PaidAmount = new Money(value),
            BoughtAt = boughtAt,
        };

        void Wrong(int column, RowErrorReason reason) =>
            _log.Error(Row, MasterColumns[column], _rows[0][_fields[_at[column]]], reason);
    }

    // At most one more field than there are columns is told apart: that suffices to see that a row is wrong.
    private static int Split(ReadOnlySpan<char> row, Span<Range> fields) =>
        row.SplitAny(fields, " \t", StringSplitOptions.RemoveEmptyEntries);
}
