using System.Globalization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// The CDNOW master file: customer, date, number of discs and value, with blanks between. A row is a whole
/// purchase. It has no id, so that is made of its content and of which of the alike purchases it is.
/// </summary>
internal sealed class CdnowReader(DelimitedReader rows, RowLog log, Instants instants) : PurchaseReader
{
    private static readonly string[] Columns = ["customer_id", "date", "number_of_cds", "dollar_value"];

    private readonly OccurrenceCounter _occurrences = new();
    private readonly Range[] _fields = new Range[Columns.Length + 1];

    public override long Row => rows.Row;

    public static bool IsHeader(ReadOnlySpan<char> line)
    {
        Span<Range> fields = stackalloc Range[Columns.Length + 1];
        if (Split(line, fields) != Columns.Length)
            return false;
        for (var i = 0; i < Columns.Length; i++)
            if (!line[fields[i]].Equals(Columns[i], StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    public static CdnowReader Open(TextReader text, RowLog log, Instants instants)
    {
        // No character divides the record, it is taken as a whole and split at blanks: the delimiter is one
        // that no text has.
        var rows = new DelimitedReader(text, '\u001F');
        if (!rows.Read() || !IsHeader(rows[0]))
            throw PurchaseReaders.NotTheHeader(PurchaseLayout.Cdnow);
        return new(rows, log, instants);
    }

    public override bool Read()
    {
        Line = null;
        do
        {
            if (!rows.Read())
                return false;
        } while (rows.IsBlank);
        if (RowShape.Check(rows, columns: 1, log))
            Line = ReadLine(rows[0]);
        return true;
    }

    private NewPurchaseLine? ReadLine(ReadOnlySpan<char> row)
    {
        if (Split(row, _fields) != Columns.Length)
        {
            log.Error(Row, "", row, RowErrorReason.WrongFieldCount);
            return null;
        }
        var errors = log.ErrorRows;
        var customer = row[_fields[0]];
        if (customer.Length > RowText.MaxLength / 3)
            Wrong(0, RowErrorReason.TooLong);
        if (instants.TryReadCompact(row[_fields[1]], out var boughtAt) is { } badDate)
            Wrong(1, badDate);
        if (Amounts.TryReadWhole(row[_fields[2]], out var discs) is { } badCount)
            Wrong(2, badCount);
        else if (discs <= 0)
            Wrong(2, discs == 0 ? RowErrorReason.Zero : RowErrorReason.Negative);
        if (Amounts.TryRead(row[_fields[3]], out var value) is { } badValue)
            Wrong(3, badValue);
        else if (value < 0)
            Wrong(3, RowErrorReason.Negative);
        if (log.ErrorRows > errors)
            return null;
        if (value == 0)
            log.Find(FindingKind.ZeroPrice, Row, leftOut: false);
        var content = string.Create(
            CultureInfo.InvariantCulture,
            $"{customer}|{row[_fields[1]]}|{new Money(value)}|{discs}"
        );
        var occurrence = _occurrences.Next(content);
        if (occurrence > 1)
        {
            log.Find(FindingKind.RepeatedLine, Row, leftOut: false);
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
            log.Error(Row, Columns[column], rows[0][_fields[column]], reason);
    }

    // At most one more field than there are columns is told apart: that suffices to see that a row is wrong.
    private static int Split(ReadOnlySpan<char> row, Span<Range> fields) =>
        row.SplitAny(fields, " \t", StringSplitOptions.RemoveEmptyEntries);
}
