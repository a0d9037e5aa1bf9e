using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>The cells of the row at which a file stands, by what a mapping says of them; what is wrong is logged.</summary>
internal sealed class MappedRow
{
    private readonly RecordReader _rows;
    private readonly ImportMapping _mapping;
    private readonly RowLog _log;
    private readonly RowMeaning _meaning;
    private readonly int[] _at = new int[Enum.GetValues<ColumnField>().Length];
    private readonly bool _wholeLine;

    public MappedRow(RecordReader rows, ImportMapping mapping, RowLog log, RowMeaning meaning)
    {
        (_rows, _mapping, _log, _meaning) = (rows, mapping, log, meaning);
        _wholeLine = mapping.Prices == PriceMeaning.WholeLine;
        foreach (var field in Enum.GetValues<ColumnField>())
            _at[(int)field] = mapping.IndexOf(field);
    }

    public bool Has(ColumnField field) => _at[(int)field] >= 0;

    public ReadOnlySpan<char> Text(ColumnField field) =>
        _at[(int)field] is var at and >= 0 ? _rows[at].Trim() : default;

    /// <summary>A text that is stored as it is: never what tells who somebody is.</summary>
    public ReadOnlySpan<char> Id(ColumnField field)
    {
        var text = Text(field);
        if (text.Length > RowText.MaxLength)
            Wrong(field, RowErrorReason.TooLong);
        else if (PersonalData.IsLikely(text))
            Wrong(field, RowErrorReason.PersonalData);
        return text;
    }

    public long Whole(ColumnField field, long absent, long least)
    {
        var text = Text(field);
        if (text.IsEmpty)
        {
            if (field == ColumnField.Quantity && Has(field))
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

    /// <summary>In 1/10,000; null where nothing stands there.</summary>
    public long? Price(ColumnField field)
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

    /// <summary>
    /// What is missing follows from what is there; a price before discounts of nothing means that none was told.
    /// </summary>
    public (long List, long Seller, long Paid) Prices()
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

    public Money Total(long price, long quantity)
    {
        if ((_wholeLine ? Amounts.LineTotal(1, price) : Amounts.LineTotal(quantity, price)) is { } total)
            return total;
        Wrong(ColumnField.SellerPrice, RowErrorReason.OutOfRange);
        return Money.Zero;
    }

    public DateTimeOffset? ReturnedAt()
    {
        var text = Text(ColumnField.ReturnedAt);
        if (text.IsEmpty)
            return null;
        if (_meaning.Instants.TryRead(text, _mapping.Dates, out var instant) is not { } wrong)
            return instant;
        Wrong(ColumnField.ReturnedAt, wrong);
        return null;
    }

    public bool WithLoyaltyDiscount()
    {
        if (FileWords.YesOrNo(Text(ColumnField.LoyaltyDiscount)) is { } said)
            return said;
        Wrong(ColumnField.LoyaltyDiscount, RowErrorReason.NotYesOrNo);
        return false;
    }

    /// <summary>The row is refused for the cell; a value that is to be hashed is not shown either.</summary>
    public void Wrong(ColumnField field, RowErrorReason reason)
    {
        var at = _at[(int)field];
        if (at < 0)
            _log.Error(_rows.Row, "", "", reason);
        else
            _log.Error(
                _rows.Row,
                _mapping.Columns[at].Header,
                field == ColumnField.BuyerToHash ? "" : _rows[at],
                reason
            );
    }
}
