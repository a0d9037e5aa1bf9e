using System.Globalization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Components.Text;

/// <summary>
/// Numbers, money and dates as a person reads them, in the language of the current request or circuit
/// (<see cref="CultureInfo.CurrentUICulture"/>). Never for machines: SVG, CSS, CSV, JSON and addresses take
/// the invariant culture.
/// </summary>
public static class Display
{
    /// <summary>No-break thin space: groups thousands, and a line never breaks inside a number.</summary>
    private const string Thin = "\u202F";

    private const string NoBreak = "\u00A0";

    private static readonly NumberFormatInfo RussianNumbers = Numbers(",", Thin);
    private static readonly NumberFormatInfo EnglishNumbers = Numbers(".", ",");

    private static bool IsRussian => IsRu(CultureInfo.CurrentUICulture);

    private static NumberFormatInfo Format => IsRussian ? RussianNumbers : EnglishNumbers;

    /// <summary>How dates are written in the language of the request or circuit.</summary>
    public static CultureInfo DateCulture => CultureInfo.GetCultureInfo(IsRussian ? "ru-RU" : "en-GB");

    /// <summary>1 595</summary>
    public static string Count(long value) => value.ToString("#,0", Format);

    /// <summary>+34 and −504: a difference always shows its sign.</summary>
    public static string Difference(long value) => Sign(value, Count(Math.Abs(value)));

    /// <summary>2,4: as many decimals as asked; not a number shows as a dash.</summary>
    public static string Fixed(double value, int decimals = 1) =>
        double.IsFinite(value)
            ? value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', decimals), Format)
            : "–";

    /// <summary>37,1 %: one decimal, or as many as asked.</summary>
    /// <param name="fraction">0.371 for 37.1 %; not a number shows as a dash.</param>
    public static string Share(double fraction, int decimals = 1) =>
        double.IsFinite(fraction)
            ? (fraction * 100).ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', decimals), Format)
                + (IsRussian ? NoBreak + "%" : "%")
            : "–";

    /// <summary>10 %, 12,5 %</summary>
    public static string Percentage(Percent percent) =>
        percent.ToDecimal().ToString("0.##", Format) + (IsRussian ? NoBreak + "%" : "%");

    /// <summary>£1 000 or £1 000.50: the minor unit is shown only where the amount has one.</summary>
    public static string Money(Money amount, Currency currency)
    {
        var value = amount.RoundedTo(currency).ToDecimal();
        var whole = decimal.Truncate(value) == value;
        return Money(value, whole ? 0 : currency.MinorDigits, currency);
    }

    /// <summary>The same in a given language: for whoever is told in both at once.</summary>
    public static string MoneyIn(CultureInfo language, Money amount, Currency currency)
    {
        var value = amount.RoundedTo(currency).ToDecimal();
        var whole = decimal.Truncate(value) == value;
        return Money(value, whole ? 0 : currency.MinorDigits, currency, IsRu(language));
    }

    /// <summary>£1 000.00: always with the minor unit, for columns that are added up.</summary>
    public static string MoneyExact(Money amount, Currency currency) =>
        Money(amount.RoundedTo(currency).ToDecimal(), currency.MinorDigits, currency);

    /// <summary>£1 001: to the nearest whole unit, for columns in which the minor unit says nothing.</summary>
    public static string MoneyWhole(Money amount, Currency currency) =>
        Money(Math.Round(amount.ToDecimal(), MidpointRounding.ToEven), 0, currency);

    /// <summary>£480 тыс., £5.7m: three significant figures, for sentences and axes.</summary>
    public static string MoneyShort(Money amount, Currency currency)
    {
        var value = amount.ToDecimal();
        var (divisor, word) = Math.Abs(value) switch
        {
            >= 1_000_000_000 => (1_000_000_000m, IsRussian ? NoBreak + "млрд" : "bn"),
            >= 1_000_000 => (1_000_000m, IsRussian ? NoBreak + "млн" : "m"),
            >= 10_000 => (1_000m, IsRussian ? NoBreak + "тыс." : "k"),
            _ => (1m, ""),
        };
        var scaled = value / divisor;
        var decimals =
            divisor == 1m || Math.Abs(scaled) >= 100 ? 0
            : Math.Abs(scaled) >= 10 ? 1
            : 2;
        var number = Math.Round(Math.Abs(scaled), decimals, MidpointRounding.ToEven)
            .ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals), Format);
        return Sign(Math.Sign(value), WithSymbol(number, currency, word, IsRussian), showPlus: false);
    }

    /// <summary>9 декабря 2011, 9 December 2011</summary>
    public static string Date(DayNumber day) =>
        day.ToDate().ToString("d MMMM yyyy", DateCulture).Replace(" ", NoBreak, StringComparison.Ordinal);

    /// <summary>09.12.2011, 9 Dec 2011: for tables and chips.</summary>
    public static string DateShort(DayNumber day) =>
        day.ToDate()
            .ToString(IsRussian ? "dd.MM.yyyy" : "d MMM yyyy", DateCulture)
            .Replace(" ", NoBreak, StringComparison.Ordinal);

    /// <summary>дек. 2011, Dec 2011</summary>
    public static string Month(DateOnly day) =>
        day.ToString("MMM yyyy", DateCulture).Replace(" ", NoBreak, StringComparison.Ordinal);

    /// <summary>10.12.2010 – 09.12.2011</summary>
    public static string Range(DayRange days) => $"{DateShort(days.First)} – {DateShort(days.Last)}";

    /// <summary>09.12.2011 14:05, on the clock of the seller.</summary>
    public static string Moment(DateTimeOffset instant, BusinessCalendar calendar)
    {
        var local = TimeZoneInfo.ConvertTime(instant, calendar.Zone);
        return DateShort(DayNumber.From(DateOnly.FromDateTime(local.DateTime)))
            + NoBreak
            + local.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Europe/London (UTC+00:00)</summary>
    public static string Zone(BusinessCalendar calendar) => calendar.Zone.Id;

    /// <summary>Any value that a text may take: what <see cref="Error.Arguments"/> may hold.</summary>
    public static string Value(object value, Currency? currency = null) =>
        value switch
        {
            Money money when currency is not null => Money(money, currency),
            Percent percent => Percentage(percent),
            DayNumber day => Date(day),
            DayRange days => Range(days),
            int number => Count(number),
            long number => Count(number),
            IFormattable formattable => formattable.ToString(null, Format),
            _ => value.ToString() ?? "",
        };

    /// <summary>Whether the language in force puts the currency's symbol before the number.</summary>
    public static bool SymbolLeads(Currency currency) => SymbolLeads(currency, IsRussian);

    private static bool IsRu(CultureInfo language) =>
        string.Equals(language.TwoLetterISOLanguageName, "ru", StringComparison.Ordinal);

    private static string Money(decimal value, int decimals, Currency currency) =>
        Money(value, decimals, currency, IsRussian);

    private static string Money(decimal value, int decimals, Currency currency, bool isRussian) =>
        Sign(
            Math.Sign(value),
            WithSymbol(
                Math.Abs(value)
                    .ToString(
                        decimals == 0 ? "#,0" : "#,0." + new string('0', decimals),
                        isRussian ? RussianNumbers : EnglishNumbers
                    ),
                currency,
                "",
                isRussian
            ),
            showPlus: false
        );

    // Where a language puts the sign is custom: pounds and dollars before the number in both languages, the
    // rouble and most others behind it.
    private static bool SymbolLeads(Currency currency, bool isRussian) =>
        currency.Code is "GBP" or "USD" or "EUR" && (currency.Code != "EUR" || !isRussian);

    private static string WithSymbol(string number, Currency currency, string word, bool isRussian) =>
        SymbolLeads(currency, isRussian)
            ? currency.Symbol + number + word
            : number + word + NoBreak + currency.Symbol;

    private static string Sign(long sign, string text, bool showPlus = true) =>
        sign < 0 ? "\u2212" + text
        : sign > 0 && showPlus ? "+" + text
        : text;

    private static NumberFormatInfo Numbers(string point, string group) =>
        NumberFormatInfo.ReadOnly(
            new NumberFormatInfo
            {
                NumberDecimalSeparator = point,
                NumberGroupSeparator = group,
                NumberGroupSizes = [3],
                NegativeSign = "\u2212",
            }
        );
}
