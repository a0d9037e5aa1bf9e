using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Frame;

namespace SellerLoyaltyPortal.Tests.Frame;

public sealed class KeptTextsTests
{
    private static readonly ResourceManagerStringLocalizerFactory Resources = new(
        Microsoft.Extensions.Options.Options.Create(new LocalizationOptions()),
        NullLoggerFactory.Instance
    );

    private readonly IStringLocalizer _kept = new KeptTexts(Resources).Create(typeof(EconomicsText));

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Item_EachLanguage_IsTheResourcesText(string language)
    {
        var texts = Resources.Create(typeof(EconomicsText));
        foreach (var culture in new[] { "en", "ru", language })
            WithCulture(
                culture,
                () =>
                {
                    Assert.Equal(texts["HeatTitle"].Value, _kept["HeatTitle"].Value);
                    Assert.Equal(
                        texts["HeatCellNever", 1.5m, "b", "c"].Value,
                        _kept["HeatCellNever", 1.5m, "b", "c"].Value
                    );
                }
            );
    }

    [Fact]
    public void Item_MissingName_SaysThatItIsMissing()
    {
        Assert.True(_kept["NoSuchText"].ResourceNotFound);
        Assert.False(_kept["HeatTitle"].ResourceNotFound);
    }

    [Fact]
    public void Create_SameResource_KeepsItsTexts()
    {
        var factory = new KeptTexts(Resources);
        Assert.Same(factory.Create(typeof(EconomicsText)), factory.Create(typeof(EconomicsText)));
        Assert.Same(_kept["HeatTitle"], _kept["HeatTitle"]);
    }

    private static void WithCulture(string name, Action act)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
        try
        {
            act();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
