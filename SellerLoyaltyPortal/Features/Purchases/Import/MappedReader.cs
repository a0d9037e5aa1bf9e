using System.Globalization;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Rows of any shop's file, read as an <see cref="ImportMapping"/> says. What belongs to an order may stand
/// in its first row only. A line without an id gets one made of its content.
/// </summary>
internal sealed class MappedReader : PurchaseReader
{
    private readonly RecordReader _rows;
    private readonly ImportMapping _mapping;
    private readonly RowLog _log;
    private readonly RowMeaning _meaning;
    private readonly RowText _text = new();
    private readonly OccurrenceCounter _occurrences = new();
    private readonly MappedRow _row;

    // What the rows of an order have in common, as its first row said it.
    private string _order = "";
    private string _buyer = "";
    private string _status = "";
    private string _date = "";
    private string _currency = "";

    private bool _pending;

    private MappedReader(RecordReader rows, ImportMapping mapping, RowLog log, RowMeaning meaning)
    {
        (_rows, _mapping, _log, _meaning) = (rows, mapping, log, meaning);
        _row = new(rows, mapping, log, meaning);
    }

    public override long Row => _rows.Row;

    public static MappedReader Open(RecordReader rows, ImportMapping mapping, RowLog log, RowMeaning meaning)
    {
        if (mapping.Problems() is [var problem, ..])
            throw new UnreadableFileException(problem);
        if (!rows.Read())
            throw new UnreadableFileException(new Error("FileIsEmpty"));
        if (
            mapping.HasHeader
                ? !rows.Texts().SequenceEqual(mapping.Columns.Select(c => c.Header), StringComparer.Ordinal)
                : rows.FieldCount != mapping.Columns.Count
        )
            throw new UnreadableFileException(new Error("FileHasOtherColumns"));
        return new(rows, mapping, log, meaning) { _pending = !mapping.HasHeader };
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
        if (RowShape.Check(_rows, _mapping.Columns.Count, _log))
            Line = ReadLine();
        return true;
    }

    private NewPurchaseLine? ReadLine()
    {
        var errors = _log.ErrorRows;
        var order = _row.Id(ColumnField.OrderId);
        var sameOrder = !order.IsEmpty && order.SequenceEqual(_order);
        if (!sameOrder)
            (_order, _buyer, _status, _date, _currency) = (order.ToString(), "", "", "", "");
        var status = OfOrder(ColumnField.Status, ref _status);
        var currency = OfOrder(ColumnField.Currency, ref _currency);
        var date = OfOrder(ColumnField.BoughtAt, ref _date);
        var buyer = Buyer();
        if (!StatusCounts(status))
            return LeftOut(FindingKind.OtherStatus);
        if (currency.Length > 0 && _meaning.Currency is { } mine && !FileWords.Names(currency, mine))
            _row.Wrong(ColumnField.Currency, RowErrorReason.OtherCurrency);
        var lineId = _row.Id(ColumnField.LineId);
        var sku = _row.Id(ColumnField.Sku);
        var category = _row.Id(ColumnField.Category);
        var version = _row.Whole(ColumnField.Version, absent: 1, least: 1);
        var quantity = _row.Whole(ColumnField.Quantity, absent: 1, least: int.MinValue);
        var returned = _row.Whole(ColumnField.ReturnedQuantity, absent: 0, least: 0);
        DateTimeOffset boughtAt = default;
        if (date.Length == 0)
            _row.Wrong(ColumnField.BoughtAt, RowErrorReason.Missing);
        else if (_meaning.Instants.TryRead(date, _mapping.Dates, out boughtAt) is { } badDate)
            _row.Wrong(ColumnField.BoughtAt, badDate);
        var prices = _row.Prices();
        var discount = _row.Price(ColumnField.LineDiscount) ?? 0;
        var returnedAt = _row.ReturnedAt();
        var discounted = _row.WithLoyaltyDiscount();
        if (_log.ErrorRows > errors)
            return null;
        if (quantity == 0)
            return LeftOut(FindingKind.NothingBought);
        if (quantity < 0)
        {
            // Without saying of which purchase: it would be guessing what it takes back.
            _row.Wrong(ColumnField.Quantity, RowErrorReason.Negative);
            return null;
        }
        if (returned > quantity)
            _row.Wrong(ColumnField.ReturnedQuantity, RowErrorReason.MoreReturnedThanBought);
        var list = _row.Total(prices.List, quantity);
        var seller = _row.Total(prices.Seller, quantity);
        var paid = _row.Total(prices.Paid, quantity) - new Money(discount);
        if (paid < Money.Zero)
            _row.Wrong(ColumnField.LineDiscount, RowErrorReason.OutOfRange);
        if (_log.ErrorRows > errors)
            return null;
        if (buyer.Length == 0)
            return LeftOut(FindingKind.NoBuyer);
        if (list == Money.Zero)
            _log.Find(FindingKind.ZeroPrice, Row, leftOut: false);
        if (status.Contains("partial", StringComparison.OrdinalIgnoreCase))
            _log.Find(FindingKind.PartlyRefunded, Row, leftOut: false);
        var id = lineId.IsEmpty ? MadeId(order, buyer, sku, quantity, seller, date) : lineId.ToString();
        if (id is null)
            return null;
        return new NewPurchaseLine
        {
            Buyer = new BuyerId(buyer),
            LineId = id,
            Version = (int)version,
            OrderId = order.IsEmpty ? id : _order,
            Sku = sku.IsEmpty ? "-" : _text.Of(sku),
            Category = category.IsEmpty ? null : _text.Of(category),
            Quantity = quantity,
            ListAmount = list,
            SellerAmount = seller,
            PaidAmount = paid,
            WithLoyaltyDiscount = discounted,
            BoughtAt = boughtAt,
            ReturnedAt = returned > 0 ? returnedAt : null,
            ReturnedQuantity = returned,
        };
    }

    private NewPurchaseLine? LeftOut(FindingKind why)
    {
        _log.Find(why, Row, leftOut: true);
        return null;
    }

    private string OfOrder(ColumnField field, ref string first)
    {
        var text = _row.Text(field);
        if (!text.IsEmpty && !text.SequenceEqual(first))
            first = _text.Of(text);
        return first;
    }

    private string Buyer()
    {
        if (_mapping.Has(ColumnField.BuyerToHash))
        {
            var text = _row.Text(ColumnField.BuyerToHash);
            if (!text.IsEmpty)
                _buyer = _meaning.Hash!.Of(text);
            return _buyer;
        }
        var buyer = _row.Id(ColumnField.Buyer);
        if (!buyer.IsEmpty)
            _buyer = _text.Of(buyer);
        return _buyer;
    }

    private bool StatusCounts(string status) =>
        _mapping.CountedStatuses.Count == 0
        || !_row.Has(ColumnField.Status)
        || _mapping.CountedStatuses.Contains(status, StringComparer.OrdinalIgnoreCase);

    // Order, goods, pieces and price; without an order its buyer and date. Alike lines are numbered.
    private string? MadeId(
        ReadOnlySpan<char> order,
        string buyer,
        ReadOnlySpan<char> sku,
        long quantity,
        Money seller,
        string date
    )
    {
        var content = order.IsEmpty
            ? string.Create(CultureInfo.InvariantCulture, $"{buyer}|{date}|{sku}|{quantity}|{seller}")
            : string.Create(CultureInfo.InvariantCulture, $"{order}|{sku}|{quantity}|{seller}");
        var occurrence = _occurrences.Next(content);
        if (occurrence > 1)
        {
            _log.Find(FindingKind.RepeatedLine, Row, leftOut: false);
            content = string.Create(CultureInfo.InvariantCulture, $"{content}|{occurrence}");
        }
        if (content.Length <= RowText.MaxLength)
            return content;
        _row.Wrong(ColumnField.OrderId, RowErrorReason.TooLong);
        return null;
    }
}
