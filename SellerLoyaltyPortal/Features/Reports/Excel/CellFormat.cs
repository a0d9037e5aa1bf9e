using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>Number formats of Excel: cells stay numbers, signs and separators are only shown.</summary>
internal static class CellFormat
{
    /// <summary>Read in the same way in every language.</summary>
    public const string Date = "dd.mm.yyyy";

    public static string Of(ReportType type, int decimals, Currency currency) =>
        type switch
        {
            ReportType.Text => "@",
            ReportType.Number => "#,##0" + Decimals(decimals),
            ReportType.Money => Of(currency),
            ReportType.Percent => "0" + Decimals(decimals) + "%",
            ReportType.Date => Date,
        };

    public static string Of(Currency currency)
    {
        var number = "#,##0" + Decimals(currency.MinorDigits);
        return currency.Code is "GBP" or "USD" or "EUR" or "JPY" or "CNY"
            ? $"\"{currency.Symbol}\"{number}"
            : $"{number}\\ \"{currency.Symbol}\"";
    }

    private static string Decimals(int count) => count == 0 ? "" : "." + new string('0', count);
}
