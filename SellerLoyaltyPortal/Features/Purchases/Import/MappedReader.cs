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
    private readonly int[] _at = new int[Enum.GetValues<ColumnField>().Length];
    private readonly bool _wholeLine;

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
        _wholeLine = mapping.Prices == PriceMeaning.WholeLine;
        foreach (var field in Enum.GetValues<ColumnField>())
            _at[(int)field] = mapping.IndexOf(field);
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
        var order = Id(ColumnField.OrderId);
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
            Wrong(ColumnField.Currency, RowErrorReason.OtherCurrency);
        var lineId = Id(ColumnField.LineId);
        var sku = Id(ColumnField.Sku);
        var category = Id(ColumnField.Category);
        var version = Whole(ColumnField.Version, absent: 1, least: 1);
        var quantity = Whole(ColumnField.Quantity, absent: 1, least: int.MinValue);
        var returned = Whole(ColumnField.ReturnedQuantity, absent: 0, least: 0);
        DateTimeOffset boughtAt = default;
        if (date.Length == 0)
            Wrong(ColumnField.BoughtAt, RowErrorReason.Missing);
        else if (_meaning.Instants.TryRead(date, _mapping.Dates, out boughtAt) is { } badDate)
            Wrong(ColumnField.BoughtAt, badDate);
        var prices = Prices();
        var discount = Price(ColumnField.LineDiscount) ?? 0;
        var returnedAt = ReturnedAt();
        var discounted = YesNo();
        if (_log.ErrorRows > errors)
            return null;
        if (quantity == 0)
            return LeftOut(FindingKind.NothingBought);
        if (quantity < 0)
        {
            // Without saying of which purchase: it would be guessing what it takes back.
            Wrong(ColumnField.Quantity, RowErrorReason.Negative);
            return null;
        }
        if (returned > quantity)
            Wrong(ColumnField.ReturnedQuantity, RowErrorReason.MoreReturnedThanBought);
        var list = Total(prices.List, quantity);
        var seller = Total(prices.Seller, quantity);
        var paid = Total(prices.Paid, quantity) - new Money(discount);
        if (paid < Money.Zero)
            Wrong(ColumnField.LineDiscount, RowErrorReason.OutOfRange);
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

    private ReadOnlySpan<char> Text(ColumnField field) =>
        _at[(int)field] is var at and >= 0 ? _rows[at].Trim() : default;

    // A text that is stored as it is: never what tells who somebody is.
    private ReadOnlySpan<char> Id(ColumnField field)
    {
        var text = Text(field);
        if (text.Length > RowText.MaxLength)
            Wrong(field, RowErrorReason.TooLong);
        else if (PersonalData.IsLikely(text))
            Wrong(field, RowErrorReason.PersonalData);
        return text;
    }

    private string OfOrder(ColumnField field, ref string first)
    {
        var text = Text(field);
        if (!text.IsEmpty && !text.SequenceEqual(first))
            first = _text.Of(text);
        return first;
    }

    private string Buyer()
    {
        if (_mapping.Has(ColumnField.BuyerToHash))
        {
            var text = Text(ColumnField.BuyerToHash);
            if (!text.IsEmpty)
                _buyer = _meaning.Hash!.Of(text);
            return _buyer;
        }
        var buyer = Id(ColumnField.Buyer);
        if (!buyer.IsEmpty)
            _buyer = _text.Of(buyer);
        return _buyer;
    }

    private bool StatusCounts(string status) =>
        _mapping.CountedStatuses.Count == 0
        || _at[(int)ColumnField.Status] < 0
        || _mapping.CountedStatuses.Contains(status, StringComparer.OrdinalIgnoreCase);

    private long Whole(ColumnField field, long absent, long least)
    {
        var text = Text(field);
        if (text.IsEmpty)
        {
            if (field == ColumnField.Quantity && _at[(int)field] >= 0)
                Wrong(field, RowErrorReason.Missing);
            return absent;
        }
        // 3.00 pieces are three.
        var point = text.IndexOfAny('.', ',');
        if (point > 0 && point < text.Length - 1 && text[(point + 1)..].IndexOfAnyExcept('0') < 0)
            text = text[..point];
        if (Amounts.TryReadWhole(text, out var number) is { } wrong)
            Wrong(field, wrong);
        else if (number < least)
            Wrong(field, number < 0 ? RowErrorReason.Negative : RowErrorReason.Zero);
        return number;
    }

    // In 1/10,000; null where nothing stands there.
    private long? Price(ColumnField field)
    {
        var text = Text(field);
        if (text.IsEmpty)
            return null;
        if (MappedAmounts.TryRead(text, _mapping.DecimalSign, _meaning.Currency, out var amount) is { } wrong)
            Wrong(field, wrong);
        else if (amount < 0)
            Wrong(field, RowErrorReason.Negative);
        return amount;
    }

    // What is missing follows from what is there; a price before discounts of nothing means that none was told.
    private (long List, long Seller, long Paid) Prices()
    {
        var list = Price(ColumnField.ListPrice);
        var seller = Price(ColumnField.SellerPrice);
        var paid = Price(ColumnField.PricePaid);
        if ((list ?? seller ?? paid) is null)
            Wrong(
                _mapping.Has(ColumnField.SellerPrice) ? ColumnField.SellerPrice
                    : _mapping.Has(ColumnField.ListPrice) ? ColumnField.ListPrice
                    : ColumnField.PricePaid,
                RowErrorReason.Missing
            );
        var known = (seller ?? (list is > 0 ? list : null) ?? paid ?? list) ?? 0;
        return (list is > 0 ? list.Value : Math.Max(known, paid ?? 0), known, paid ?? known);
    }

    private Money Total(long price, long quantity)
    {
        if ((_wholeLine ? Amounts.LineTotal(1, price) : Amounts.LineTotal(quantity, price)) is { } total)
            return total;
        Wrong(ColumnField.SellerPrice, RowErrorReason.OutOfRange);
        return Money.Zero;
    }

    private DateTimeOffset? ReturnedAt()
    {
        var text = Text(ColumnField.ReturnedAt);
        if (text.IsEmpty)
            return null;
        if (_meaning.Instants.TryRead(text, _mapping.Dates, out var instant) is not { } wrong)
            return instant;
        Wrong(ColumnField.ReturnedAt, wrong);
        return null;
    }

    private bool YesNo()
    {
        if (FileWords.YesOrNo(Text(ColumnField.LoyaltyDiscount)) is { } said)
            return said;
        Wrong(ColumnField.LoyaltyDiscount, RowErrorReason.NotYesOrNo);
        return false;
    }

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
        Wrong(ColumnField.OrderId, RowErrorReason.TooLong);
        return null;
    }

    // A value that is to be hashed is not shown either.
    private void Wrong(ColumnField field, RowErrorReason reason)
    {
        var at = _at[(int)field];
        if (at < 0)
            _log.Error(Row, "", "", reason);
        else
            _log.Error(
                Row,
                _mapping.Columns[at].Header,
                field == ColumnField.BuyerToHash ? "" : _rows[at],
                reason
            );
    }
}
