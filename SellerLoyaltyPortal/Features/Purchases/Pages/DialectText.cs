namespace SellerLoyaltyPortal.Features.Purchases.Pages;

/// <summary>What delimiters are called in addresses of texts.</summary>
internal static class DialectText
{
    public static readonly IReadOnlyList<char> Delimiters = [',', ';', '\t', '|'];

    public static string Name(char delimiter) =>
        delimiter switch
        {
            ';' => "Semicolon",
            '\t' => "Tab",
            '|' => "Bar",
            _ => "Comma",
        };

    public static char Delimiter(string? name) => Delimiters.First(d => Name(d) == name);
}
