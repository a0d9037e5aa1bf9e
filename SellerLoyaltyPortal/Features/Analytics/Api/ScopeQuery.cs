using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Api;

/// <summary>Date and filter in the query of an address for machines: the pages' own, amounts as everywhere there.</summary>
internal sealed record ScopeQuery(
    [property: FromQuery(Name = FilterAddress.AsOf)]
    [property: Description("Last business day that is looked at (yyyy-MM-dd); by default the pages' own.")]
        string? AsOf,
    [property: FromQuery(Name = FilterAddress.Segment)]
    [property: Description(
        "RFM segment on that day: Champions, Loyal, Promising, New, NeedAttention, AtRisk, CannotLose, Hibernating, Lost."
    )]
        string? Segment,
    [property: FromQuery(Name = FilterAddress.Program)]
    [property: Description("with: bought with the loyalty discount at least once; without: never.")]
        string? Program,
    [property: FromQuery(Name = FilterAddress.From)]
    [property: Description("Total in the offer's window is at least this, in 1/10,000 of the currency unit.")]
        long? From,
    [property: FromQuery(Name = FilterAddress.Below)]
    [property: Description("That total is less than this, in 1/10,000 of the currency unit.")]
        long? Below,
    [property: FromQuery(Name = FilterAddress.FirstFrom)]
    [property: Description("First purchase on or after this day.")]
        string? FirstFrom,
    [property: FromQuery(Name = FilterAddress.FirstTo)]
    [property: Description("First purchase on or before this day.")]
        string? FirstTo,
    [property: FromQuery(Name = FilterAddress.Category)]
    [property: Description("Bought something of this category and kept it.")]
        string? Category
)
{
    /// <returns>The scope, or everything in the query that can't be taken.</returns>
    public async Task<(AnalyticsScope? Scope, UnprocessableEntity<ApiInvalid>? Refusal)> ReadAsync(
        SellerAccess access,
        SellerDays days,
        IStringLocalizer<AnalyticsText> texts,
        IStringLocalizer<ApiText> api,
        CancellationToken cancellation
    )
    {
        var wrong = new List<string>();
        var filter = FilterAddress.Read(ValueOf, wrong: wrong) with
        {
            AtLeast = From is { } least ? new(least) : null,
            Below = Below is { } below ? new(below) : null,
        };
        var day = await days.GetAsync(access, cancellation);
        var asOf = AsOf is { Length: > 0 } ? DayNumber.TryParse(AsOf) : day.DefaultAsOf;
        if (!(asOf <= day.LastAsOf))
            wrong.Insert(0, FilterAddress.AsOf);
        return wrong.Count == 0
            ? (new(asOf!.Value, filter), null)
            : (null, ApiInvalid.Of(wrong.Select(path => Problem(path, texts)), api));
    }

    /// <summary>A value that can't be taken, in words.</summary>
    public static ApiInvalid.Problem Problem(string path, IStringLocalizer<AnalyticsText> texts) =>
        new(path, "NotAChoice", texts["Error.NotAChoice"]);

    private string? ValueOf(string name) =>
        name switch
        {
            FilterAddress.Segment => Segment,
            FilterAddress.Program => Program,
            FilterAddress.FirstFrom => FirstFrom,
            FilterAddress.FirstTo => FirstTo,
            FilterAddress.Category => Category,
            _ => null,
        };
}
