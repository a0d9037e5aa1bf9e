namespace SellerLoyaltyPortal.Features.Accounts.Sessions;

/// <summary>What a person would call their browser, out of what it calls itself.</summary>
internal static class BrowserName
{
    // In this order: most browsers also claim to be those further down.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("YaBrowser/", "Yandex"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Null where it says nothing that is known.</summary>
    public static string? Of(string? userAgent)
    {
        string?[] parts = [Find(Browsers, userAgent), Find(Systems, userAgent)];
        var known = string.Join(", ", parts.OfType<string>());
        return known.Length == 0 ? null : known;
    }

    private static string? Find((string Mark, string Name)[] names, string? text) =>
        names.FirstOrDefault(n => text?.Contains(n.Mark, StringComparison.Ordinal) == true).Name;
}
