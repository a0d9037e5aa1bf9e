using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Reports;

public sealed class QualifyingReportRequestTests
{
    [Fact]
    public void Parse_GoodValues_AreRead()
    {
        var request = QualifyingReportRequest.Parse("1000", "10", "2011-12-09").Value;

        Assert.Equal(new(Money.FromUnits(1_000), Percent.FromWhole(10), DayNumber.Of(2011, 12, 9)), request);
        Assert.Null(QualifyingReportRequest.Parse("1000", "10", null).Value.AsOf);
    }

    [Theory]
    [InlineData("0", "10", null, "ThresholdInAddress")]
    [InlineData("-5", "10", null, "ThresholdInAddress")]
    [InlineData("1 000", "10", null, "ThresholdInAddress")]
    [InlineData("1000.5", "10", null, "ThresholdInAddress")]
    [InlineData("99999999999999999999", "10", null, "ThresholdInAddress")]
    [InlineData("1000000001", "10", null, "ThresholdInAddress")]
    [InlineData(null, "10", null, "ThresholdInAddress")]
    [InlineData("1000", "0", null, "DiscountInAddress")]
    [InlineData("1000", "101", null, "DiscountInAddress")]
    [InlineData("1000", null, null, "DiscountInAddress")]
    [InlineData("1000", "10", "2011-13-01", "AsOfInAddress")]
    [InlineData("1000", "10", "09.12.2011", "AsOfInAddress")]
    [InlineData("x", "y", "z", "ThresholdInAddress DiscountInAddress AsOfInAddress")]
    public void Parse_BadValues_AreAllNamed(
        string? threshold,
        string? discount,
        string? asOf,
        string codes
    ) =>
        Assert.Equal(
            codes,
            string.Join(
                ' ',
                QualifyingReportRequest.Parse(threshold, discount, asOf).Errors.Select(e => e.Code)
            )
        );
}
