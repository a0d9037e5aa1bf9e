using System.Globalization;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>To what a launch binds, what would have to change for it to pay, and the formulas with their numbers.</summary>
public sealed partial class EconomicsPanel : ComponentBase
{
    /// <summary>Null while it is counted.</summary>
    [Parameter, EditorRequired]
    public required OfferCost? Cost { get; set; }

    [Parameter, EditorRequired]
    public required int LifeDays { get; set; }

    /// <summary>Whose lock may bind for longer than the offer's life.</summary>
    [Parameter, EditorRequired]
    public required SellerUnitEconomics Settings { get; set; }

    /// <summary>Buyers who are one typical order away.</summary>
    [Parameter, EditorRequired]
    public required int Near { get; set; }

    [Parameter, EditorRequired]
    public required Money TypicalOrder { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    private int BoundDays => Settings.BoundDays(LifeDays);

    private string CommittedNote =>
        BoundDays > LifeDays ? L.Plural("CommittedLock", BoundDays) : L.Plural("CommittedText", BoundDays);

    private string Orders(double? orders) =>
        orders is { } some
            ? $"({L["InOrders", some.ToString("0.0", CultureInfo.CurrentCulture)].Value})"
            : "";

    private static string Share(decimal fraction) => Display.Share((double)fraction);

    private string Money(Money amount) => Display.Money(amount, Currency);

    private string Short(Money amount) => Display.MoneyShort(amount, Currency);
}
