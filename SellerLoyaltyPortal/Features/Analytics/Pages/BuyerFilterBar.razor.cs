using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>As-of date and filter as fields. Keeps nothing: each change is told by its name in the address.</summary>
public sealed partial class BuyerFilterBar(IStringLocalizer<AnalyticsText> texts) : ComponentBase
{
    private const string OwnBand = "own";

    private IStringLocalizer<AnalyticsText> L => texts;

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    [Parameter, EditorRequired]
    public required DayNumber AsOf { get; set; }

    /// <summary>The latest as-of date that can be asked for.</summary>
    [Parameter, EditorRequired]
    public required DayNumber LastDay { get; set; }

    [Parameter, EditorRequired]
    public required BuyerFilter Filter { get; set; }

    /// <summary>Whose threshold the bands lie around.</summary>
    [Parameter, EditorRequired]
    public required CurrentOffer Offer { get; set; }

    [Parameter]
    public IReadOnlyList<string> Categories { get; set; } = [];

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The fields of what is compared with.</summary>
    [Parameter]
    public bool IsComparison { get; set; }

    /// <summary>Names in the address with their new values; null takes one out.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<(string Name, string? Value)>> Changed { get; set; }

    private string Prefix => IsComparison ? FilterAddress.Compared : "";

    private IReadOnlyList<(Money? From, Money? Below)> Bands => ThresholdBands.Around(Offer.Threshold);

    private string Discount =>
        Filter.WithDiscount switch
        {
            null => "",
            true => FilterAddress.With,
            false => FilterAddress.Without,
        };

    // As its place among the bands; limits of the address that are no band's are a choice of their own.
    private string Band =>
        Filter.AtLeast is null && Filter.Below is null
            ? ""
            : Enumerable
                .Range(0, Bands.Count)
                .Where(i => Bands[i] == (Filter.AtLeast, Filter.Below))
                .Select(i => i.ToString(CultureInfo.InvariantCulture))
                .FirstOrDefault(OwnBand);

    private string Id(string name) => FilterAddress.Name(Prefix, name);

    // A category of the address that the ledger does not know stays to be seen, and taken out.
    private IEnumerable<string> Known() =>
        Filter.Category is { } chosen && !Categories.Contains(chosen, StringComparer.Ordinal)
            ? Categories.Prepend(chosen)
            : Categories;

    private Task Tell(string name, string? value) =>
        Changed.InvokeAsync([(FilterAddress.Name(Prefix, name), string.IsNullOrEmpty(value) ? null : value)]);

    private Task TellBand(ChangeEventArgs change)
    {
        if (change.Value is OwnBand)
            return Task.CompletedTask;
        var band = int.TryParse(
            change.Value as string,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var index
        )
            ? Bands[index]
            : default;
        return Changed.InvokeAsync([
            (FilterAddress.Name(Prefix, FilterAddress.From), band.From?.ToString()),
            (FilterAddress.Name(Prefix, FilterAddress.Below), band.Below?.ToString()),
        ]);
    }

    private Task Clear() =>
        Changed.InvokeAsync([
            .. FilterAddress.Names.Select(n => (FilterAddress.Name(Prefix, n), (string?)null)),
            .. IsComparison
                ? [(FilterAddress.Name(Prefix, FilterAddress.AsOf), null), (FilterAddress.Compared, null)]
                : Array.Empty<(string, string?)>(),
        ]);
}
