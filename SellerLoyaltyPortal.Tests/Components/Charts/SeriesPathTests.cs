using SellerLoyaltyPortal.Components.Charts;

namespace SellerLoyaltyPortal.Tests.Components.Charts;

public sealed class SeriesPathTests
{
    private static readonly (double, double)[] Points = [(0, 10), (5.5, 20), (9, 0)];

    [Fact]
    public void Line_Straight_GoesFromPointToPoint() =>
        Assert.Equal("M0,10L5.5,20L9,0", SeriesPath.Line(Points, stepped: false));

    [Fact]
    public void Line_Stepped_RunsLevelThenSteps() =>
        Assert.Equal("M0,10H5.5V20H9V0", SeriesPath.Line(Points, stepped: true));

    [Fact]
    public void Band_TwoEdges_IsClosed() =>
        Assert.Equal(
            "M0,1L2,1L2,5L0,4Z",
            SeriesPath.Band([(0, 1), (2, 1)], [(0, 4), (2, 5)], stepped: false)
        );

    [Fact]
    public void Band_Stepped_FollowsTheStepsOfBothEdges() =>
        Assert.Equal(
            "M0,1H2V1L2,5L2,4L0,4Z",
            SeriesPath.Band([(0, 1), (2, 1)], [(0, 4), (2, 5)], stepped: true)
        );

    [Fact]
    public void Line_NoPoints_IsEmpty()
    {
        Assert.Equal("", SeriesPath.Line([], stepped: true));
        Assert.Equal("", SeriesPath.Band([], [], stepped: true));
    }
}
