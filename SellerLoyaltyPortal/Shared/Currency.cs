using System.Collections.Frozen;

namespace SellerLoyaltyPortal.Shared;

/// <summary>An ISO 4217 currency that a seller can trade in.</summary>
/// <param name="Code">Three capital letters.</param>
/// <param name="MinorDigits">Decimals of the minor unit: amounts are shown and charged at it.</param>
/// <param name="Symbol">The sign people write.</param>
public sealed record Currency(string Code, int MinorDigits, string Symbol)
{
    public static readonly Currency Rub = new("RUB", 2, "₽");
    public static readonly Currency Gbp = new("GBP", 2, "£");
    public static readonly Currency Usd = new("USD", 2, "$");

    public static readonly FrozenDictionary<string, Currency> All = new[]
    {
        Rub,
        Gbp,
        Usd,
        new Currency("EUR", 2, "€"),
        new Currency("KZT", 2, "₸"),
        new Currency("BYN", 2, "Br"),
        new Currency("AMD", 2, "֏"),
        new Currency("UZS", 2, "сўм"),
        new Currency("KGS", 2, "с"),
        new Currency("CNY", 2, "¥"),
        new Currency("TRY", 2, "₺"),
        new Currency("JPY", 0, "¥"),
    }.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The code is not of a currency that the portal knows.</exception>
    public static Currency Of(string code) => All[code];

    public override string ToString() => Code;
}
