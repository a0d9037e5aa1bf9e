using System.Text.Json;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Events;

/// <summary>Collects the members of one line and checks them together; used again for the next line.</summary>
internal sealed class EventLineBuilder(BusinessCalendar calendar, DateTimeOffset latest, BuyerHash? hash)
{
    private static readonly string[] Names =
    [
        .. Enum.GetNames<EventField>().Select(JsonNamingPolicy.CamelCase.ConvertName),
    ];

    private readonly Instants _instants = new(calendar, shiftDays: 0, latest);
    private readonly string?[] _texts = new string?[Names.Length];
    private readonly long?[] _numbers = new long?[Names.Length];
    private List<LineProblem>? _problems;
    private int _seen;
    private DateTimeOffset? _boughtAt;
    private DateTimeOffset? _returnedAt;

    public bool LoyaltyDiscount { get; set; }

    public void Clear()
    {
        Array.Clear(_texts);
        Array.Clear(_numbers);
        (_problems, _seen, _boughtAt, _returnedAt, LoyaltyDiscount) = (null, 0, null, null, false);
    }

    /// <returns>False where the member stands twice in the line.</returns>
    public bool Begin(EventField field)
    {
        var bit = 1 << (int)field;
        if ((_seen & bit) != 0)
        {
            Wrong(field, RowErrorReason.GivenTwice);
            return false;
        }
        _seen |= bit;
        return true;
    }

    public void Set(EventField field, string text)
    {
        if (text.Length > RowText.MaxLength)
            Wrong(field, RowErrorReason.TooLong);
        else if (text.AsSpan().IndexOfAnyInRange('\0', '\u001f') >= 0)
            Wrong(field, RowErrorReason.ControlCharacter);
        else if (text.Length > 0)
            _texts[(int)field] = text;
    }

    public void Set(EventField field, long number) => _numbers[(int)field] = number;

    public void SetInstant(EventField field, ReadOnlySpan<char> text)
    {
        if (_instants.TryRead(text, out var instant) is { } wrong)
            Wrong(field, wrong);
        else if (field == EventField.BoughtAt)
            _boughtAt = instant;
        else
            _returnedAt = instant;
    }

    public void Wrong(EventField field, RowErrorReason reason) => Wrong(Names[(int)field], reason);

    public void Wrong(string field, RowErrorReason reason) => (_problems ??= []).Add(new(field, reason));

    public EventLine Make()
    {
        var line = _problems is null ? Check() : null;
        return new EventLine
        {
            LineId = _texts[(int)EventField.LineId],
            Line = _problems is null ? line : null,
            Problems = _problems is null ? [] : _problems,
        };
    }

    private NewPurchaseLine? Check()
    {
        var lineId = Required(EventField.LineId);
        var buyer = Required(EventField.BuyerId);
        var order = Required(EventField.OrderId);
        var sku = Required(EventField.Sku);
        if (hash is null && PersonalData.IsLikely(buyer))
            Wrong(EventField.BuyerId, RowErrorReason.PersonalData);
        var version = Whole(EventField.Version, absent: 1, least: 1);
        var quantity = Whole(EventField.Quantity, absent: null, least: 1);
        var list = Price(EventField.ListPrice, absent: null);
        var seller = Price(EventField.SellerPrice, absent: list);
        var paid = Price(EventField.PaidPrice, absent: seller);
        if (_boughtAt is null)
            Wrong(EventField.BoughtAt, RowErrorReason.Missing);
        var returned = Returned(quantity);
        if (_problems is not null)
            return null;
        return new NewPurchaseLine
        {
            Buyer = new BuyerId(hash is null ? buyer : hash.Of(buyer)),
            LineId = lineId,
            Version = (int)version,
            OrderId = order,
            Sku = sku,
            Category = _texts[(int)EventField.Category],
            Quantity = quantity,
            ListAmount = Total(EventField.ListPrice, quantity, list),
            SellerAmount = Total(EventField.SellerPrice, quantity, seller),
            PaidAmount = Total(EventField.PaidPrice, quantity, paid),
            WithLoyaltyDiscount = LoyaltyDiscount,
            BoughtAt = _boughtAt!.Value,
            ReturnedAt = _returnedAt,
            ReturnedQuantity = returned,
        };
    }

    private string Required(EventField field)
    {
        if (_texts[(int)field] is { } text)
            return text;
        Wrong(field, RowErrorReason.Missing);
        return "";
    }

    private long Whole(EventField field, long? absent, long least)
    {
        if (_numbers[(int)field] is not { } number)
        {
            if (absent is null)
                Wrong(field, RowErrorReason.Missing);
            return absent ?? 0;
        }
        if (number < least)
            Wrong(field, number < 0 ? RowErrorReason.Negative : RowErrorReason.Zero);
        else if (number > int.MaxValue)
            Wrong(field, RowErrorReason.OutOfRange);
        return number;
    }

    private long Price(EventField field, long? absent)
    {
        if (_numbers[(int)field] is not { } price)
        {
            if (absent is null)
                Wrong(field, RowErrorReason.Missing);
            return absent ?? 0;
        }
        if (price < 0)
            Wrong(field, RowErrorReason.Negative);
        return price;
    }

    private Money Total(EventField field, long quantity, long price)
    {
        if (Amounts.LineTotal(quantity, price) is { } total)
            return total;
        Wrong(field, RowErrorReason.OutOfRange);
        return Money.Zero;
    }

    // The same rules as for a file: pieces came back, with the day if it is known.
    private long Returned(long bought)
    {
        var quantity = Whole(EventField.ReturnedQuantity, absent: 0, least: 0);
        if (quantity > Math.Max(bought, 0))
            Wrong(EventField.ReturnedQuantity, RowErrorReason.MoreReturnedThanBought);
        if (_returnedAt is not { } at)
            return quantity;
        if (quantity == 0)
            Wrong(EventField.ReturnedAt, RowErrorReason.ReturnDateWithoutQuantity);
        // A date alone is noon, so the hours of one day prove nothing.
        if (_boughtAt is { } start && at < start.AddHours(-24))
            Wrong(EventField.ReturnedAt, RowErrorReason.ReturnedBeforeBought);
        return quantity;
    }
}
