using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Reads numbers of a file: digits, one decimal point, a sign; no exponent, no grouping.</summary>
internal static class Amounts
{
    /// <summary>The most that one line may come to: 10¹⁰ units, so that a ledger's sums stay far from 64 bits.</summary>
    public const long MaxLineTotal = 10_000_000_000 * Money.Scale;

    /// <summary>An amount in 1/10,000.</summary>
    public static RowErrorReason? TryRead(ReadOnlySpan<char> text, out long amount, char point = '.')
    {
        amount = 0;
        var digits = text;
        var negative = digits.Length > 0 && digits[0] == '-';
        if (negative)
            digits = digits[1..];
        var decimals = -1;
        var any = false;
        foreach (var c in digits)
        {
            if (c == point && decimals < 0)
            {
                decimals = 0;
                continue;
            }
            if (!char.IsAsciiDigit(c))
                return RowErrorReason.NotANumber;
            any = true;
            if (decimals == 4)
            {
                if (c != '0')
                    return RowErrorReason.TooManyDecimals;
                continue;
            }
            amount = amount * 10 + (c - '0');
            if (decimals >= 0)
                decimals++;
            if (amount > MaxLineTotal)
                return RowErrorReason.OutOfRange;
        }
        if (!any)
            return RowErrorReason.NotANumber;
        for (var missing = Math.Max(decimals, 0); missing < 4; missing++)
            amount *= 10;
        if (amount > MaxLineTotal)
            return RowErrorReason.OutOfRange;
        if (negative)
            amount = -amount;
        return null;
    }

    /// <summary>A whole number that fits into 32 bits.</summary>
    public static RowErrorReason? TryReadWhole(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        var negative = text.Length > 0 && text[0] == '-';
        var digits = negative ? text[1..] : text;
        if (digits.IsEmpty)
            return RowErrorReason.NotAWholeNumber;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return RowErrorReason.NotAWholeNumber;
            number = number * 10 + (c - '0');
            if (number > int.MaxValue)
                return RowErrorReason.OutOfRange;
        }
        if (negative)
            number = -number;
        return null;
    }

    /// <summary>Pieces times price; null where that is more than a line may come to.</summary>
    public static Money? LineTotal(long quantity, long price)
    {
        var total = (Int128)quantity * price;
        return Int128.Abs(total) > MaxLineTotal ? null : new Money((long)total);
    }
}
