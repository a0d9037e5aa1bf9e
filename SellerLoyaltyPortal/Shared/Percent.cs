using System.Globalization;

namespace SellerLoyaltyPortal.Shared;

/// <summary>A percentage in basis points (1/100 of a percent), so that 12.5 % is exact.</summary>
/// <param name="BasisPoints">10,000 is the whole.</param>
public readonly record struct Percent(int BasisPoints) : IComparable<Percent>
{
    public const int Whole = 10_000;

    public static Percent FromWhole(int percent) => new(checked(percent * 100));

    /// <summary>The share as a fraction: 10 % is 0.1.</summary>
    public double Fraction => BasisPoints / (double)Whole;

    public decimal ToDecimal() => BasisPoints / 100m;

    /// <summary>This share of an amount, rounded half to even at the minor unit, once.</summary>
    public Money Of(Money amount, Currency currency)
    {
        var step = Money.Scale;
        for (var digit = 0; digit < currency.MinorDigits; digit++)
            step /= 10;
        var minorUnits = Money.DivideHalfToEven(
            (Int128)amount.TenThousandths * BasisPoints,
            (Int128)Whole * step
        );
        return new Money(checked(minorUnits * step));
    }

    public int CompareTo(Percent other) => BasisPoints.CompareTo(other.BasisPoints);

    public static bool operator <(Percent left, Percent right) => left.BasisPoints < right.BasisPoints;

    public static bool operator >(Percent left, Percent right) => left.BasisPoints > right.BasisPoints;

    public static bool operator <=(Percent left, Percent right) => left.BasisPoints <= right.BasisPoints;

    public static bool operator >=(Percent left, Percent right) => left.BasisPoints >= right.BasisPoints;

    public override string ToString() => ToDecimal().ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
