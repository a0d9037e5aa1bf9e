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
    [InlineData("1,234,567", 1_234_567L)]
    [InlineData("1'234'567", 1_234_567L)]
    [InlineData("5\u00A0000,00", 5000L)]
    [InlineData("5,000.00", 5000L)]
    [InlineData("5000.0", 5000L)]
    // A fraction is none, in both ways of writing it.
    [InlineData("5.5", null)]
    [InlineData("1,5", null)]
    [InlineData("7,25", null)]
    [InlineData("5,000.50", null)]
    [InlineData("5.000", null)]
    [InlineData("5 00", null)]
    [InlineData("1,234 567", null)]
    [InlineData("1e5", null)]
    [InlineData("abc", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("99999999999999999999", null)]
    public void Read_WhatPeopleType_IsAWholeNumberOrNothing(string? text, long? expected) =>
        Assert.Equal(expected, WholeNumberField.Read(text));

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("12%", 12L)]
    [InlineData("12\u00A0%", 12L)]
    [InlineData("%", null)]
    [InlineData("12 ₽", null)]
    public async Task Type_WithTheMarkBesideTheField_IsTheNumber(string typed, long? expected)
    {
        long? told = -1;
        var field = Render<WholeNumberField>(p =>
            p.Add(f => f.Id, "share")
                .Add(f => f.Label, "share")
                .Add(f => f.Value, 1)
                .Add(f => f.Suffix, "%")
                .Add(f => f.Typed, number => told = number)
        );

        await field.Find("input").ChangeAsync(new() { Value = typed });

        Assert.Equal(expected, told);
    }

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
