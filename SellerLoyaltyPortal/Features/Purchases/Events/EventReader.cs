using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Events;

/// <summary>
/// Reads a batch of purchase lines from JSON. What is wrong with one line is said of that line and does not
/// touch the others; broken JSON is the whole batch's fault. Twenty times less garbage than a model binder
/// makes, which is what a feed of twenty thousand lines a second feels.
/// </summary>
/// <param name="latest">The last moment at which a line may be bought out.</param>
/// <param name="hash">Makes pseudonyms of the buyers' ids; null where they are pseudonyms.</param>
internal sealed class EventReader(BusinessCalendar calendar, DateTimeOffset latest, BuyerHash? hash = null)
{
    public const int MostLines = 10_000;

    /// <summary>Beyond the longest text with every character escaped, a text need not be looked at.</summary>
    private const int LongestEscaped = RowText.MaxLength * 6;

    private static readonly byte[][] Names =
    [
        .. Enum.GetNames<EventField>()
            .Select(n => Encoding.UTF8.GetBytes(JsonNamingPolicy.CamelCase.ConvertName(n))),
    ];

    private readonly EventLineBuilder _line = new(calendar, latest, hash);
    private readonly RowText _texts = new();
    private readonly char[] _text = new char[LongestEscaped];

    /// <exception cref="JsonException">It is not JSON; the exception says where.</exception>
    public Result<IReadOnlyList<EventLine>> Read(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            throw new JsonException("The body is not UTF-8.");
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return new Error("BatchNeedsLines", "lines");
        List<EventLine>? lines = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("lines"u8))
                return new Error("BatchHasUnknownName", null, Name(ref reader));
            if (lines is not null)
                return new Error("BatchNeedsLines", "lines");
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray)
                return new Error("BatchNeedsLines", "lines");
            lines = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (lines.Count == MostLines)
                    return new Error("BatchHasTooManyLines", "lines", MostLines);
                lines.Add(ReadLine(ref reader));
            }
        }
        // What stands behind the batch must be nothing.
        reader.Read();
        return lines is { Count: > 0 } ? lines : new Error("BatchNeedsLines", "lines");
    }

    private EventLine ReadLine(ref Utf8JsonReader reader)
    {
        _line.Clear();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            _line.Wrong("", RowErrorReason.NotText);
            return _line.Make();
        }
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(ref reader, expected);
            if (field < 0)
            {
                _line.Wrong(Name(ref reader), RowErrorReason.UnknownName);
                reader.Skip();
                continue;
            }
            expected = field + 1;
            reader.Read();
            if (!_line.Begin((EventField)field))
                reader.Skip();
            else if (reader.TokenType != JsonTokenType.Null)
                ReadValue(ref reader, (EventField)field);
        }
        return _line.Make();
    }

    private void ReadValue(ref Utf8JsonReader reader, EventField field)
    {
        switch (field)
        {
            case EventField.LineId
            or EventField.BuyerId
            or EventField.OrderId
            or EventField.Sku
            or EventField.Category:
                if (TryText(ref reader, field, out var text))
                    _line.Set(field, field == EventField.LineId ? text.ToString() : _texts.Of(text));
                break;
            case EventField.BoughtAt or EventField.ReturnedAt:
                if (TryText(ref reader, field, out var date))
                    _line.SetInstant(field, date);
                break;
            case EventField.LoyaltyDiscount:
                if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
                    _line.LoyaltyDiscount = reader.GetBoolean();
                else
                    Refuse(ref reader, field, RowErrorReason.NotYesOrNo);
                break;
            case EventField.Version
            or EventField.Quantity
            or EventField.ListPrice
            or EventField.SellerPrice
            or EventField.PaidPrice
            or EventField.ReturnedQuantity:
                if (reader.TokenType != JsonTokenType.Number)
                    Refuse(ref reader, field, RowErrorReason.NotAWholeNumber);
                else if (reader.TryGetInt64(out var number))
                    _line.Set(field, number);
                else
                    _line.Wrong(
                        field,
                        reader.ValueSpan.IndexOfAny(".eE"u8) >= 0
                            ? RowErrorReason.NotAWholeNumber
                            : RowErrorReason.OutOfRange
                    );
                break;
        }
    }

    private bool TryText(ref Utf8JsonReader reader, EventField field, out ReadOnlySpan<char> text)
    {
        text = default;
        if (reader.TokenType != JsonTokenType.String)
        {
            Refuse(ref reader, field, RowErrorReason.NotText);
            return false;
        }
        if (reader.ValueSpan.Length > LongestEscaped)
        {
            _line.Wrong(field, RowErrorReason.TooLong);
            return false;
        }
        try
        {
            text = _text.AsSpan(0, reader.CopyString(_text)).Trim();
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a character without its other half.
            _line.Wrong(field, RowErrorReason.NotText);
            return false;
        }
    }

    private void Refuse(ref Utf8JsonReader reader, EventField field, RowErrorReason reason)
    {
        reader.Skip();
        _line.Wrong(field, reason);
    }

    // Senders write the members of each line in the same order: the next one is tried first.
    private static int FieldOf(ref Utf8JsonReader reader, int expected)
    {
        for (var tried = 0; tried < Names.Length; tried++)
        {
            var field = (expected + tried) % Names.Length;
            if (reader.ValueTextEquals(Names[field]))
                return field;
        }
        return -1;
    }

    // Of the caller's own text, for telling them where to look.
    private static string Name(ref Utf8JsonReader reader)
    {
        const int Shown = 60;
        var name = Encoding.UTF8.GetString(reader.ValueSpan);
        return name.Length <= Shown ? name : name[..Shown] + "…";
    }
}
