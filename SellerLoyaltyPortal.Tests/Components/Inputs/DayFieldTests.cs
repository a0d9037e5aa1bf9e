using Bunit;
using SellerLoyaltyPortal.Components.Inputs;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Components.Inputs;

public sealed class DayFieldTests : PortalBunitContext
{
    private static readonly DayNumber Day = DayNumber.Of(2026, 11, 22);

    private readonly List<DayNumber?> _told = [];

    [Fact]
    public void Day_Typed_IsTold()
    {
        var field = Field();

        field.Find("input").Change("01.10.2026");

        Assert.Equal([DayNumber.Of(2026, 10, 1)], _told);
    }

    [Theory]
    [InlineData("вчера", "Это не дата")]
    [InlineData("31.10.2025", "Не раньше")]
    [InlineData("01.01.2028", "Не позже")]
    public void Day_Impossible_StaysAsTypedAndSaysWhy(string text, string reason)
    {
        var field = Field();

        field.Find("input").Change(text);

        Assert.Empty(_told);
        Assert.Equal(text, field.Find("input").GetAttribute("value"));
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
        Assert.StartsWith(reason, field.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Day_Emptied_IsToldWhereItMayBe()
    {
        var field = Field(mayBeEmpty: true);

        field.Find("input").Change("");

        Assert.Equal([null], _told);
    }

    [Fact]
    public void Day_UnreadableWithoutAnythingToGoBy_ShowsTodayAsTheExample()
    {
        var field = Render<DayField>(f => f.Add(d => d.Label, "Day").Add(d => d.Value, null));

        field.Find("input").Change("?");

        var today = DayNumber.From(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime));
        Assert.Contains(DayText.Of(today), field.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_OfFieldsWithoutAnId_HaveIdsOfTheirOwn()
    {
        var (one, other) = (Field(), Field());
        one.Find("input").Change("?");
        other.Find("input").Change("?");

        Assert.NotEqual(one.Find("[role=alert]").Id, other.Find("[role=alert]").Id);
        Assert.Equal(one.Find("[role=alert]").Id, one.Find("input").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Calendar_Opened_OffersOnlyDaysWithinTheLimits()
    {
        var field = Field();

        field.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);
        field.Find("[data-calendar-on=year]").Click();

        Assert.True(field.Find("[data-calendar-on=year]").HasAttribute("disabled"));
        var days = field.FindAll("[data-calendar] td button");
        // 30 November 2027 is in, the 1st of December is not.
        Assert.Contains(
            days,
            day =>
                day.HasAttribute("disabled") && day.GetAttribute("aria-label") == "1\u00A0декабря\u00A02027"
        );
        days.Single(day => day.GetAttribute("aria-label") == "30\u00A0ноября\u00A02027").Click();
        Assert.Equal([DayNumber.Of(2027, 11, 30)], _told);
        Assert.Equal("30.11.2027", field.Find("input").GetAttribute("value"));
    }

    private IRenderedComponent<DayField> Field(bool mayBeEmpty = false) =>
        Render<DayField>(field =>
            field
                .Add(f => f.Label, "На дату")
                .Add(f => f.Value, Day)
                .Add(f => f.MayBeEmpty, mayBeEmpty)
                .Add(f => f.Min, DayNumber.Of(2025, 11, 1))
                .Add(f => f.Max, DayNumber.Of(2027, 11, 30))
                .Add(f => f.ValueChanged, day => _told.Add(day))
        );
}
