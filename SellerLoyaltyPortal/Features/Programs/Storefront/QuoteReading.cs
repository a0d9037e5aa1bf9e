using System.Globalization;
using SellerLoyaltyPortal.Features.Programs.Api;
using SellerLoyaltyPortal.Features.Programs.Quotes;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Storefront;

/// <summary>Checks a basket and turns it into values; says everything that is wrong.</summary>
internal sealed class QuoteReading
{
    public const int MostItems = 1_000;
    public const int MostDiscounts = 100;

    private const int LongestText = 200;

    /// <summary>The most that an item may come to, as for a line of the ledger: 10¹⁰ units.</summary>
    private const long HighestAmount = 10_000_000_000 * Money.Scale;

    private readonly List<Error> _errors = [];

    public List<QuoteItem> Items { get; } = [];

    public List<Promotion> Promotions { get; } = [];

    public static Result<QuoteReading> Of(QuoteRequest request)
    {
        var reading = new QuoteReading();
        reading.Read(request);
        return reading._errors.Count > 0 ? Result<QuoteReading>.Failure(reading._errors) : reading;
    }

    private void Read(QuoteRequest request)
    {
        if (request.Items is not { Count: > 0 and <= MostItems } items)
        {
            Wrong("QuoteNeedsItems", "items", MostItems);
            return;
        }
        for (var i = 0; i < items.Count; i++)
            Read(items[i], At("items", i));
        var discounts = request.Discounts ?? [];
        if (discounts.Count > MostDiscounts)
            Wrong("QuoteHasTooManyDiscounts", "discounts", MostDiscounts);
        for (var i = 0; i < Math.Min(discounts.Count, MostDiscounts); i++)
            Read(discounts[i], At("discounts", i));
    }

    private void Read(QuoteRequest.Item? item, string path)
    {
        if (item?.Sku is not { Length: > 0 and <= LongestText } sku)
        {
            Wrong("TextIsMissingOrTooLong", path + ".sku", LongestText);
            return;
        }
        if (item.Quantity < 1)
            Wrong("QuantityIsBelowOne", path + ".quantity");
        else if (item.Price < 0 || (Int128)item.Price * item.Quantity > HighestAmount)
            Wrong("AmountIsOutOfRange", path + ".price");
        else
            Items.Add(new(sku, item.Quantity, new Money(item.Price)));
    }

    private void Read(QuoteRequest.Discount? discount, string path)
    {
        if (discount?.Code is not { Length: > 0 and <= LongestText } code)
        {
            Wrong("TextIsMissingOrTooLong", path + ".code", LongestText);
            return;
        }
        if (discount.Percent is null == discount.Amount is null)
            Wrong("DiscountNeedsPercentOrAmount", path);
        else if (
            discount.Percent is < 0 or > 100
            || decimal.Round(discount.Percent ?? 0, 2) != (discount.Percent ?? 0)
        )
            Wrong("PercentIsOutOfRange", path + ".percent");
        else if (discount.Amount is < 0 or > HighestAmount)
            Wrong("AmountIsOutOfRange", path + ".amount");
        else
            Promotions.Add(
                new(
                    code,
                    discount.Percent is { } percent ? new Percent((int)(percent * 100)) : null,
                    discount.Amount is { } amount ? new Money(amount) : null,
                    discount.Skus?.OfType<string>().ToHashSet(StringComparer.Ordinal)
                )
            );
    }

    private void Wrong(string code, string path, params object[] arguments) =>
        _errors.Add(new Error(code, path, arguments));

    private static string At(string list, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
