using SellerLoyaltyPortal.Components.Inputs;

namespace SellerLoyaltyPortal.Tests.Components.Inputs;

public sealed class WholeNumberFieldTests
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
}
