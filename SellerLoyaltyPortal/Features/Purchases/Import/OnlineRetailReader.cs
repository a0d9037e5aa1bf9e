using System.Globalization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Invoices of "Online Retail" (both spellings of the header). Lines have no id there, so it is made of
/// their content: invoice, goods, quantity, price, and which of the alike lines of the invoice it is.
/// </summary>
internal sealed class OnlineRetailReader(RecordReader rows, RowLog log, RowMeaning meaning) : PurchaseReader
{
    private const int Invoice = 0;
    private const int StockCode = 1;
    private const int Quantity = 3;
    private const int InvoiceDate = 4;
    private const int Price = 5;
    private const int Customer = 6;

    private static readonly string[][] Headers =
    [
        [
            "InvoiceNo",
            "StockCode",
            "Description",
            "Quantity",
            "InvoiceDate",
            "UnitPrice",
            "CustomerID",
            "Country",
        ],
        ["Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "CustomerID", "Country"],
    ];

    private readonly OccurrenceCounter _occurrences = new();
    private readonly RowText _text = new();
    private string[] _columns = Headers[0];

    public override long Row => rows.Row;

    public static bool IsHeader(IReadOnlyList<string> names) =>
        Headers.Any(h => h.SequenceEqual(names.Select(Plain), StringComparer.OrdinalIgnoreCase));

    public static OnlineRetailReader Open(RecordReader rows, RowLog log, RowMeaning meaning)
    {
        if (!rows.Read())
            throw PurchaseReaders.NotTheHeader(PurchaseLayout.OnlineRetail);
        string[] names = [.. Enumerable.Range(0, rows.FieldCount).Select(i => rows[i].Trim().ToString())];
        if (!IsHeader(names))
            throw PurchaseReaders.NotTheHeader(PurchaseLayout.OnlineRetail);
        return new(rows, log, meaning) { _columns = names };
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
            if (!rows.Read())
                return false;
        } while (rows.IsBlank);
        if (RowShape.Check(rows, _columns.Length, log))
            Line = ReadLine();
        return true;
    }

    private NewPurchaseLine? ReadLine()
    {
        var errors = log.ErrorRows;
        var invoice = Required(Invoice);
        var sku = Required(StockCode);
        if (Amounts.TryReadWhole(rows[Quantity].Trim(), out var quantity) is { } badQuantity)
            Wrong(Quantity, badQuantity);
        else if (quantity == 0)
            Wrong(Quantity, RowErrorReason.Zero);
        if (Amounts.TryRead(rows[Price].Trim(), out var price) is { } badPrice)
            Wrong(Price, badPrice);
        if (meaning.Instants.TryRead(rows[InvoiceDate].Trim(), out var boughtAt) is { } badDate)
            Wrong(InvoiceDate, badDate);
        var customer = Customers(rows[Customer].Trim());
        if (customer.Length > RowText.MaxLength)
            Wrong(Customer, RowErrorReason.TooLong);
        if (log.ErrorRows > errors)
            return null;

        // Counted before anything is left out: the number must not depend on what else is decided here.
        var occurrence = _occurrences.Next(Content(invoice, sku, quantity, price, out var content));
        var cancelled = invoice[0] is 'C' or 'c';
        if (!Classify(invoice, customer.IsEmpty, cancelled, quantity, price))
            return null;
        if (occurrence > 1)
            log.Find(FindingKind.RepeatedLine, Row, leftOut: false);
        if (Amounts.LineTotal(quantity, price) is not { } total)
        {
            Wrong(Price, RowErrorReason.OutOfRange);
            return null;
        }
        return new NewPurchaseLine
        {
            Buyer = new BuyerId(_text.Of(customer)),
            LineId =
                occurrence == 1
                    ? content
                    : string.Create(CultureInfo.InvariantCulture, $"{content}|{occurrence}"),
            OrderId = _text.Of(invoice),
            Sku = _text.Of(sku),
            Quantity = quantity,
            ListAmount = total,
            SellerAmount = total,
            PaidAmount = total,
            BoughtAt = boughtAt,
        };
    }

    /// <summary>Notes what the row is; returns whether it is to be stored.</summary>
    private bool Classify(
        ReadOnlySpan<char> invoice,
        bool withoutBuyer,
        bool cancelled,
        long quantity,
        long price
    )
    {
        if (cancelled)
            log.Find(FindingKind.Cancellation, Row, withoutBuyer);
        if (invoice[0] is 'A' or 'a')
            log.Find(FindingKind.Adjustment, Row, withoutBuyer);
        if (price == 0)
            log.Find(FindingKind.ZeroPrice, Row, withoutBuyer);
        if (withoutBuyer)
        {
            // Without a buyer nothing is stored, so these are only told of; with one they are errors.
            if (price < 0)
                log.Find(FindingKind.NegativePrice, Row, leftOut: true);
            if (!cancelled && quantity < 0)
                log.Find(FindingKind.NegativeQuantity, Row, leftOut: true);
            if (cancelled && quantity > 0)
                log.Find(FindingKind.PositiveCancellation, Row, leftOut: true);
            log.Find(FindingKind.NoBuyer, Row, leftOut: true);
            return false;
        }
        if (price < 0)
            Wrong(Price, RowErrorReason.Negative);
        else if (!cancelled && quantity < 0)
            Wrong(Quantity, RowErrorReason.NegativeWithoutCancellation);
        else if (cancelled && quantity > 0)
            Wrong(Quantity, RowErrorReason.CancellationNotNegative);
        else
            return true;
        return false;
    }

    private static string Content(
        ReadOnlySpan<char> invoice,
        ReadOnlySpan<char> sku,
        long quantity,
        long price,
        out string content
    ) =>
        content = string.Create(
            CultureInfo.InvariantCulture,
            $"{invoice}|{sku}|{quantity}|{new Money(price)}"
        );

    // A spreadsheet program that saw an empty cell in the column writes 17850 as 17850.0.
    private static ReadOnlySpan<char> Customers(ReadOnlySpan<char> text) =>
        text.EndsWith(".0") ? text[..^2] : text;

    // "Customer ID" in the workbook of Online Retail II.
    private static string Plain(string name) => name.Replace(" ", "", StringComparison.Ordinal);

    private ReadOnlySpan<char> Required(int column)
    {
        var text = rows[column].Trim();
        if (text.IsEmpty)
            Wrong(column, RowErrorReason.Missing);
        else if (text.Length > RowText.MaxLength / 3)
            Wrong(column, RowErrorReason.TooLong);
        return text;
    }

    private void Wrong(int column, RowErrorReason reason) =>
        log.Error(Row, _columns[column], rows[column], reason);
}
