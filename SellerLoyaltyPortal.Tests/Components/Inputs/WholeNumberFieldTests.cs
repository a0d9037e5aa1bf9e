using System.Globalization;
using Bunit;
using SellerLoyaltyPortal.Components.Inputs;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Components.Inputs;

public sealed class WholeNumberFieldTests : PortalBunitContext
{
    [Theory]
    [InlineData("5000", 5000L)]
    [InlineData(" 5\u00A0000 ", 5000L)]
    [InlineData("5\u202F000", 5000L)]
    [InlineData("5,000", 5000L)]
    [InlineData("-7", -7L)]
    [InlineData("5.5", null)]
    [InlineData("1e5", null)]
    [InlineData("abc", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("99999999999999999999", null)]
    public void Read_WhatPeopleType_IsAWholeNumberOrNothing(string? text, long? expected) =>
        Assert.Equal(expected, WholeNumberField.Read(text));

    [Theory]
    [InlineData("ru", "GBP", true)]
    [InlineData("en", "GBP", true)]
    [InlineData("ru", "EUR", false)]
    [InlineData("en", "EUR", true)]
    [InlineData("ru", "RUB", false)]
    [InlineData("en", "RUB", false)]
    public void Render_Currency_StandsWhereMoneyHasIt(string language, string code, bool leads)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var currency = Currency.Of(code);
        var field = Render<WholeNumberField>(p =>
            p.Add(f => f.Id, "money")
                .Add(f => f.Label, "money")
                .Add(f => f.Value, 1)
                .Add(f => f.Currency, currency)
        );
        CultureInfo.CurrentUICulture = before;

        var box = field.Find(".number-field").Children.Single(c => c.LocalName == "input");
        Assert.Equal(
            currency.Symbol,
            (leads ? box.PreviousElementSibling : box.NextElementSibling)!.TextContent
        );
        Assert.Single(field.FindAll(".affix"));
    }
}
