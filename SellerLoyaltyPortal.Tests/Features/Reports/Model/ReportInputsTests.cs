using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Reports.Model;

public sealed class ReportInputsTests
{
    private static readonly ReportInput Period = ReportInput.Choice<CohortPeriod>("period");

    private static readonly ReportInput[] All =
    [
        ReportInput.Threshold,
        ReportInput.Discount,
        ReportInput.AsOf,
        Period,
        new("program", ReportInputKind.Program, []),
    ];

    [Fact]
    public void Parse_GoodValues_AreReadAndNoted()
    {
        var inputs = Parse(("threshold", "1000"), ("discount", "10"), ("asOf", "2011-12-09")).Value;

        Assert.Equal(Money.FromUnits(1_000), inputs.Amount(ReportInput.Threshold, Money.Zero));
        Assert.Equal(Percent.FromWhole(10), inputs.Percent(ReportInput.Discount, default));
        Assert.Equal(DayNumber.Of(2011, 12, 9), inputs.Day(ReportInput.AsOf, default));
        Assert.Equal(CohortPeriod.Week, inputs.Choice(Period, CohortPeriod.Week));
        Assert.Null(inputs.Program(All[4]));
        Assert.Equal(
            ["threshold=1000", "discount=10", "asOf=2011-12-09", "period=Week", "program="],
            inputs.Used.Select(i => $"{i.Key}={i.Value}")
        );
    }

    [Theory]
    [InlineData("0", "10", null, null, "AmountInAddress")]
    [InlineData("-5", "10", null, null, "AmountInAddress")]
    [InlineData("1 000", "10", null, null, "AmountInAddress")]
    [InlineData("1000.5", "10", null, null, "AmountInAddress")]
    [InlineData("99999999999999999999", "10", null, null, "AmountInAddress")]
    [InlineData("1000000001", "10", null, null, "AmountInAddress")]
    [InlineData("1000", "0", null, null, "PercentInAddress")]
    [InlineData("1000", "101", null, null, "PercentInAddress")]
    [InlineData("1000", "10", "2011-13-01", null, "DayInAddress")]
    [InlineData("1000", "10", "09.12.2011", null, "DayInAddress")]
    [InlineData("1000", "10", null, "7", "ChoiceInAddress")]
    [InlineData("x", "y", "z", "w", "AmountInAddress PercentInAddress DayInAddress ChoiceInAddress")]
    public void Parse_BadValues_AreAllNamed(
        string? threshold,
        string? discount,
        string? asOf,
        string? period,
        string codes
    ) =>
        Assert.Equal(
            codes,
            string.Join(
                ' ',
                Parse(("threshold", threshold), ("discount", discount), ("asOf", asOf), ("period", period))
                    .Errors.Select(e => e.Code)
            )
        );

    private static Result<ReportInputs> Parse(params (string Key, string? Value)[] values) =>
        ReportInputs.Parse(All, key => values.FirstOrDefault(v => v.Key == key).Value);
}
