using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>Number formats of Excel for a currency: cells stay numbers, the sign is only shown.</summary>
internal static class CurrencyFormat
{
    public static string Of(Currency currency)
    {
        var number = currency.MinorDigits == 0 ? "#,##0" : "#,##0." + new string('0', currency.MinorDigits);
        return currency.Code is "GBP" or "USD" or "EUR" or "JPY" or "CNY"
            ? $"\"{currency.Symbol}\"{number}"
            : $"{number}\\ \"{currency.Symbol}\"";
    }

    public static string Of(CellKind kind, Currency currency) =>
        kind switch
        {
            CellKind.Text => "@",
            CellKind.Number => "#,##0",
            CellKind.Money => Of(currency),
            CellKind.Share => "0.0%",
        };
}
