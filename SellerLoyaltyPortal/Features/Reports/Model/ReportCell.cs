using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>One value of a report: a number of 16 bytes at most or a text, without boxing.</summary>
public readonly struct ReportCell
{
    private readonly string? _text;
    private readonly long _bits;

    private ReportCell(ReportCellKind kind, long bits, string? text = null) =>
        (Kind, _bits, _text) = (kind, bits, text);

    public static ReportCell Empty => default;

    public ReportCellKind Kind { get; }

    public string Text => _text ?? "";

    public long Whole => _bits;

    public double Real => BitConverter.Int64BitsToDouble(_bits);

    public Money Money => new(_bits);

    public DayNumber Day => new((int)_bits);

    public static ReportCell Of(string? text) =>
        text is null ? Empty : new(ReportCellKind.Text, text.Length, text);

    public static ReportCell Of(long number) => new(ReportCellKind.Whole, number);

    /// <summary>Not a number and infinity are nothing that a cell could show.</summary>
    public static ReportCell Of(double number) =>
        double.IsFinite(number) ? new(ReportCellKind.Real, BitConverter.DoubleToInt64Bits(number)) : Empty;

    public static ReportCell Of(double? number) => number is { } known ? Of(known) : Empty;

    public static ReportCell Of(decimal? number) => number is { } known ? Of((double)known) : Empty;

    public static ReportCell Of(Money amount) => new(ReportCellKind.Money, amount.TenThousandths);

    public static ReportCell Of(Money? amount) => amount is { } known ? Of(known) : Empty;

    public static ReportCell Of(DayNumber day) => new(ReportCellKind.Day, day.Value);

    public static ReportCell Of(DayNumber? day) => day is { } known ? Of(known) : Empty;

    /// <summary>An amount that a model estimates, to the nearest 1/10,000 of the currency unit.</summary>
    public static ReportCell OfAmount(double? units) =>
        units is { } known && Math.Abs(known) < 9e14
            ? Of(new Money((long)Math.Round(known * Money.Scale)))
            : Empty;

    /// <summary>part/whole; nothing where there is no whole.</summary>
    public static ReportCell Share(long part, long whole) => whole > 0 ? Of(part / (double)whole) : Empty;

    /// <inheritdoc cref="Share(long, long)"/>
    public static ReportCell Share(Money part, Money whole) =>
        Share(part.TenThousandths, whole.TenThousandths);

    /// <summary>The sum over so many; nothing where there is nobody.</summary>
    public static ReportCell Mean(Money sum, long count) => count > 0 ? Of(sum.Fraction(1, count)) : Empty;

    /// <inheritdoc cref="Mean(Money, long)"/>
    public static ReportCell Mean(long sum, long count) => count > 0 ? Of(sum / (double)count) : Empty;

    /// <summary>As a number, to compare and to draw; 0 for text and nothing.</summary>
    public double AsNumber() =>
        Kind switch
        {
            ReportCellKind.Empty or ReportCellKind.Text => 0,
            ReportCellKind.Whole or ReportCellKind.Day => _bits,
            ReportCellKind.Real => Real,
            ReportCellKind.Money => (double)Money.ToDecimal(),
        };
}
