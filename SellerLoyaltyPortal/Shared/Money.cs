using System.Globalization;

namespace SellerLoyaltyPortal.Shared;

/// <summary>
/// An amount in 1/10,000 of a currency unit, so that prices in thousandths add up exactly. Every operation
/// is checked: an overflow is an <see cref="OverflowException"/>, never a wrap. The currency stands beside
/// it (<see cref="Currency"/> of the seller): one seller has one currency.
/// </summary>
/// <param name="TenThousandths">The count of 1/10,000 of the unit; may be negative.</param>
public readonly record struct Money(long TenThousandths) : IComparable<Money>
{
    /// <summary>How many <see cref="TenThousandths"/> make one unit of the currency.</summary>
    public const int Scale = 10_000;

    public static readonly Money Zero;

    public static Money FromUnits(long units) => new(checked(units * Scale));

    /// <exception cref="ArgumentException">The amount has more than four decimals.</exception>
    /// <exception cref="OverflowException">The amount does not fit.</exception>
    public static Money FromDecimal(decimal units)
    {
        var scaled = units * Scale;
        if (decimal.Truncate(scaled) != scaled)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{units} has more than four decimals."),
                nameof(units)
            );
        return new((long)scaled);
    }

    public decimal ToDecimal() => (decimal)TenThousandths / Scale;

    /// <summary>This amount rounded half to even at the currency's minor unit: for showing and charging.</summary>
    public Money RoundedTo(Currency currency) =>
        FromDecimal(decimal.Round(ToDecimal(), currency.MinorDigits, MidpointRounding.ToEven));

    public int CompareTo(Money other) => TenThousandths.CompareTo(other.TenThousandths);

    public static Money operator +(Money left, Money right) =>
        new(checked(left.TenThousandths + right.TenThousandths));

    public static Money operator -(Money left, Money right) =>
        new(checked(left.TenThousandths - right.TenThousandths));

    public static Money operator -(Money value) => new(checked(-value.TenThousandths));

    public static Money operator *(Money value, long times) => new(checked(value.TenThousandths * times));

    public static bool operator <(Money left, Money right) => left.TenThousandths < right.TenThousandths;

    public static bool operator >(Money left, Money right) => left.TenThousandths > right.TenThousandths;

    public static bool operator <=(Money left, Money right) => left.TenThousandths <= right.TenThousandths;

    public static bool operator >=(Money left, Money right) => left.TenThousandths >= right.TenThousandths;

    /// <summary>
    /// <paramref name="part"/>/<paramref name="whole"/> of this amount, rounded half to even at 1/10,000:
    /// what a return of some pieces of a line takes back.
    /// </summary>
    /// <exception cref="DivideByZeroException"><paramref name="whole"/> is zero.</exception>
    public Money Fraction(long part, long whole) =>
        new(DivideHalfToEven((Int128)TenThousandths * part, whole));

    /// <summary>Invariant, all significant decimals: for logs and files, not for people.</summary>
    public override string ToString() => ToDecimal().ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Integer division rounded half to even.</summary>
    /// <exception cref="OverflowException">The quotient does not fit into 64 bits.</exception>
    internal static long DivideHalfToEven(Int128 numerator, Int128 denominator)
    {
        if (denominator < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var (quotient, remainder) = Int128.DivRem(numerator, denominator);
        var twice = Int128.Abs(remainder) * 2;
        if (twice > denominator || (twice == denominator && Int128.IsOddInteger(quotient)))
            quotient += numerator < 0 ? -1 : 1;
        return checked((long)quotient);
    }
}
