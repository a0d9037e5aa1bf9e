using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Reads amounts as people and shops write them: <c>1 234,50 ₽</c>, <c>1,234.50</c>. Thousands may be apart
/// by blanks, or by the other one of point and comma, but only in threes; a currency must be the seller's.
/// </summary>
internal static class MappedAmounts
{
    private const int MostLength = 40;

    /// <summary>An amount in 1/10,000.</summary>
    public static RowErrorReason? TryRead(
        ReadOnlySpan<char> text,
        char point,
        Currency? currency,
        out long amount
    )
    {
        amount = 0;
        text = text.Trim();
        if (text.Length > MostLength)
            return RowErrorReason.NotANumber;
        foreach (var (sign, code) in FileWords.Currencies)
        {
            var behind = text.EndsWith(sign, StringComparison.OrdinalIgnoreCase);
            if (!behind && !text.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                continue;
            if (currency is not null && currency.Code != code)
                return RowErrorReason.OtherCurrency;
            text = (behind ? text[..^sign.Length] : text[sign.Length..]).Trim();
            break;
        }
        Span<char> plain = stackalloc char[MostLength];
        return Plain(text, point, plain) is { } length
            ? Amounts.TryRead(plain[..length], out amount)
            : RowErrorReason.NotANumber;
    }

    // Without what groups the thousands, and with a decimal point; null where groups are not of three.
    private static int? Plain(ReadOnlySpan<char> text, char point, Span<char> plain)
    {
        var other = point == '.' ? ',' : '.';
        var length = 0;
        var group = -1;
        var decimals = false;
        foreach (var c in text)
        {
            if (c == other || c is ' ' or '\u00A0' or '\u202F' or '\'')
            {
                // Before the first group anything from one digit to three, then three each.
                if (decimals || length == 0 || (group >= 0 && group != 3))
                    return null;
                group = 0;
                continue;
            }
            if (c == point)
            {
                if (decimals || (group >= 0 && group != 3))
                    return null;
                decimals = true;
                group = -1;
                plain[length++] = '.';
                continue;
            }
            if (group >= 0)
                group++;
            plain[length++] = c;
        }
        return group is -1 or 3 ? length : null;
    }
}
