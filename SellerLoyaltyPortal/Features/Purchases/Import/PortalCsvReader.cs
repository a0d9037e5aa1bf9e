using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>The portal's own format, see <c>docs/import.md</c>.</summary>
internal sealed class PortalCsvReader : PurchaseReader
{
    public static readonly string[] RequiredColumns =
    [
        "line_id",
        "buyer_id",
        "order_id",
        "sku",
        "quantity",
        "list_price",
        "bought_at",
    ];

    public static readonly string[] OptionalColumns =
    [
        "version",
        "category",
        "seller_price",
        "price_paid",
        "returned_at",
        "returned_quantity",
        "loyalty_discount",
        "currency",
    ];

    private readonly RecordReader _rows;
    private readonly RowLog _log;
    private readonly RowMeaning _meaning;
    private readonly RowText _text = new();
    private readonly int _columnCount;
    private char? _point;
    private readonly Dictionary<string, int> _columns;

    private PortalCsvReader(
        RecordReader rows,
        RowLog log,
        RowMeaning meaning,
        Dictionary<string, int> columns
    )
    {
        (_rows, _log, _meaning, _columns) = (rows, log, meaning, columns);
        _columnCount = columns.Count;
    }

    public override long Row => _rows.Row;

    public static PortalCsvReader Open(RecordReader rows, RowLog log, RowMeaning meaning)
    {
        if (!rows.Read())
            throw new UnreadableFileException(new Error("FileIsEmpty"));
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < rows.FieldCount; i++)
        {
            var name = rows[i].Trim().ToString();
            if (
                !RequiredColumns.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !OptionalColumns.Contains(name, StringComparer.OrdinalIgnoreCase)
            )
                throw new UnreadableFileException(new Error("FileHasUnknownColumn", null, Cut(name)));
            if (!columns.TryAdd(name, i))
                throw new UnreadableFileException(new Error("FileHasColumnTwice", null, Cut(name)));
        }
        if (RequiredColumns.FirstOrDefault(c => !columns.ContainsKey(c)) is { } missing)
            throw new UnreadableFileException(new Error("FileLacksColumn", null, missing));
        return new(rows, log, meaning, columns);
    }

    public override bool Read()
    {
        Line = null;
        do
        {
            if (!_rows.Read())
                return false;
        } while (_rows.IsBlank);
        if (RowShape.Check(_rows, _columnCount, _log))
            Line = ReadLine();
        return true;
    }

    private NewPurchaseLine? ReadLine()
    {
        var errors = _log.ErrorRows;
        var buyer = Id("buyer_id", required: false);
        if (PersonalData.IsLikely(buyer))
            Wrong("buyer_id", RowErrorReason.PersonalData);
        var lineId = Id("line_id", required: true);
        var orderId = Id("order_id", required: true);
        var sku = Id("sku", required: true);
        var category = Id("category", required: false);
        var version = Whole("version", absent: 1, least: 1);
        var quantity = Whole("quantity", absent: null, least: 1);
        var list = Price("list_price", absent: null);
        var seller = Price("seller_price", absent: list);
        var paid = Price("price_paid", absent: seller);
        var boughtAt = Instant("bought_at");
        var (returned, returnedAt) = Return(quantity, boughtAt);
        var discounted = YesNo("loyalty_discount");
        var currency = Text("currency");
        if (
            !currency.IsEmpty
            && _meaning.Currency is { } mine
            && !currency.Equals(mine.Code, StringComparison.OrdinalIgnoreCase)
        )
            Wrong("currency", RowErrorReason.OtherCurrency);
        if (_log.ErrorRows > errors)
            return null;
        var listTotal = Total("list_price", quantity, list);
        var sellerTotal = seller == list ? listTotal : Total("seller_price", quantity, seller);
        var paidTotal = paid == seller ? sellerTotal : Total("price_paid", quantity, paid);
        if (_log.ErrorRows > errors)
            return null;
        if (list == 0)
            _log.Find(FindingKind.ZeroPrice, Row, leftOut: buyer.IsEmpty);
        if (buyer.IsEmpty)
        {
            _log.Find(FindingKind.NoBuyer, Row, leftOut: true);
            return null;
        }
        return new NewPurchaseLine
        {
            Buyer = new BuyerId(_text.Of(buyer)),
            LineId = lineId.ToString(),
            Version = (int)version,
            OrderId = _text.Of(orderId),
            Sku = _text.Of(sku),
            Category = category.IsEmpty ? null : _text.Of(category),
            Quantity = quantity,
            ListAmount = listTotal,
            SellerAmount = sellerTotal,
            PaidAmount = paidTotal,
            WithLoyaltyDiscount = discounted,
            BoughtAt = boughtAt!.Value,
            ReturnedAt = returnedAt,
            ReturnedQuantity = returned,
        };
    }

    private ReadOnlySpan<char> Text(string column) =>
        _columns.TryGetValue(column, out var at) ? _rows[at].Trim() : default;

    private ReadOnlySpan<char> Id(string column, bool required)
    {
        var text = Text(column);
        if (text.IsEmpty && required)
            Wrong(column, RowErrorReason.Missing);
        if (text.Length > RowText.MaxLength)
            Wrong(column, RowErrorReason.TooLong);
        return text;
    }

    private long Whole(string column, long? absent, long least)
    {
        var text = Text(column);
        if (text.IsEmpty)
        {
            if (absent is null)
                Wrong(column, RowErrorReason.Missing);
            return absent ?? 0;
        }
        if (Amounts.TryReadWhole(text, out var number) is { } wrong)
            Wrong(column, wrong);
        else if (number < least)
            Wrong(column, number < 0 ? RowErrorReason.Negative : RowErrorReason.Zero);
        return number;
    }

    private long Price(string column, long? absent)
    {
        var text = Text(column);
        if (text.IsEmpty)
        {
            if (absent is null)
                Wrong(column, RowErrorReason.Missing);
            return absent ?? 0;
        }
        // Where fields are not separated by commas, a comma may be the decimal point: the first amount that has
        // either decides for the whole file.
        if (_point is null && text.IndexOfAny('.', ',') is var found and >= 0)
            _point = _rows.Delimiter == ',' ? '.' : text[found];
        if (Amounts.TryRead(text, out var amount, _point ?? '.') is { } wrong)
            Wrong(column, wrong);
        else if (amount < 0)
            Wrong(column, RowErrorReason.Negative);
        return amount;
    }

    private Money Total(string column, long quantity, long price)
    {
        if (Amounts.LineTotal(quantity, price) is { } total)
            return total;
        Wrong(column, RowErrorReason.OutOfRange);
        return Money.Zero;
    }

    private DateTimeOffset? Instant(string column)
    {
        var text = Text(column);
        if (text.IsEmpty)
            Wrong(column, RowErrorReason.Missing);
        else if (_meaning.Instants.TryRead(text, out var instant) is { } wrong)
            Wrong(column, wrong);
        else
            return instant;
        return null;
    }

    // Pieces came back, with the day if it is known; a day alone says nothing.
    private (long Quantity, DateTimeOffset? At) Return(long bought, DateTimeOffset? boughtAt)
    {
        var quantity = Whole("returned_quantity", absent: 0, least: 0);
        if (quantity > Math.Max(bought, 0) && quantity > 0)
            Wrong("returned_quantity", RowErrorReason.MoreReturnedThanBought);
        if (Text("returned_at").IsEmpty)
            return (quantity, null);
        var at = Instant("returned_at");
        if (quantity == 0)
            Wrong("returned_at", RowErrorReason.ReturnDateWithoutQuantity);
        // A date alone is noon, so the hours of one day prove nothing.
        if (at is { } returned && boughtAt is { } start && returned < start.AddHours(-24))
            Wrong("returned_at", RowErrorReason.ReturnedBeforeBought);
        return (quantity, at);
    }

    private bool YesNo(string column)
    {
        var text = Text(column);
        if (text.IsEmpty || text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase))
            return false;
        if (text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase))
            return true;
        Wrong(column, RowErrorReason.NotYesOrNo);
        return false;
    }

    private void Wrong(string column, RowErrorReason reason) => _log.Error(Row, column, Text(column), reason);

    private static string Cut(string name) => name.Length <= 80 ? name : name[..80] + "…";
}
