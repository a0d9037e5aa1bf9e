using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Storefront;

/// <summary>
/// What a buyer is told, in both languages at once, in the words of the constructor's picture. The words are
/// looked up once for a discount: a storefront asks thousands of times a second.
/// </summary>
public sealed class OfferHints(IStringLocalizer<ConstructorText> texts)
{
    public static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private readonly ConcurrentDictionary<Percent, (Words Ru, Words En)> _words = new();

    /// <param name="discount">Of the offer.</param>
    /// <param name="missing">What is lacking; null where the buyer has the discount.</param>
    public OfferHint Of(Percent discount, Money? missing, Currency currency)
    {
        var (ru, en) = _words.GetOrAdd(discount, d => (WordsIn(Russian, d), WordsIn(English, d)));
        return missing is { } left
            ? new(ru.Left(left, currency), en.Left(left, currency))
            : new(ru.Reached, en.Reached);
    }

    /// <summary>What was bought of what is needed, in words.</summary>
    public string Progress(
        CultureInfo language,
        int windowDays,
        Money total,
        Money threshold,
        Currency currency
    ) =>
        In(
            language,
            () =>
                texts.Plural(
                    "HintProgress",
                    windowDays,
                    Display.Money(total, currency),
                    Display.Money(threshold, currency)
                )
        );

    private Words WordsIn(CultureInfo language, Percent discount) =>
        In(
            language,
            () =>
            {
                var share = Display.Percentage(discount);
                return new Words(
                    language,
                    texts["HintReached", share],
                    CompositeFormat.Parse(texts["HintLeft"]),
                    share
                );
            }
        );

    // Resources and numbers go by the current language.
    private static T In<T>(CultureInfo language, Func<T> make)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = language;
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private sealed record Words(
        CultureInfo Language,
        string Reached,
        CompositeFormat LeftFormat,
        string Share
    )
    {
        public string Left(Money left, Currency currency) =>
            string.Format(Language, LeftFormat, Share, Display.MoneyIn(Language, left, currency));
    }
}
