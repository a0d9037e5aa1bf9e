using System.Globalization;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// The culture and language of one test, put back at its end:
/// <c>using var _ = CultureScope.Of("en");</c>
/// </summary>
public sealed class CultureScope : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;

    private CultureScope(CultureInfo culture) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);

    public static CultureScope Of(string name) => new(CultureInfo.GetCultureInfo(name));

    public void Dispose() =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _language);
}
