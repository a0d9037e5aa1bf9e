using System.Globalization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Amounts as people type them: with a comma or a point before the minor unit, with or without groups.</summary>
internal static class AmountText
{
    public static string Write(Money amount) =>
        amount.ToDecimal().ToString("0.####", CultureInfo.CurrentCulture);

    /// <summary>Null where it is no amount from zero, or one finer than the currency's minor unit.</summary>
    public static Money? Read(string? text, Currency currency)
    {
        var plain = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');
        return
            decimal.TryParse(
                plain,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var amount
            )
            && amount <= 1_000_000_000_000
            && decimal.Round(amount, currency.MinorDigits) == amount
            ? Money.FromDecimal(amount)
            : null;
    }
}
