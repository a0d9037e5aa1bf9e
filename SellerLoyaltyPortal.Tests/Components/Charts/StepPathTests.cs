using SellerLoyaltyPortal.Components.Charts;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Components.Charts;

public sealed class StepPathTests
{
    [Fact]
    public void Line_ThreePoints_RunsLevelAndThenSteps() =>
        Assert.Equal("M0,10H5V20H9V30", StepPath.Line([(0, 10), (5, 20), (9, 30)]));

    [Fact]
    public void Line_NothingToDraw_IsEmpty() => Assert.Equal("", StepPath.Line([]));

    [Fact]
    public void Line_AMillionSteps_IsAsLongAsAScreenIsWide()
    {
        var steps = Enumerable.Range(0, 1_000_000).Select(i => (i * 0.0007, i * 0.0003)).ToList();

        var path = StepPath.Line(steps);

        Assert.InRange(path.Count(c => c == 'H'), 600, 1500);
        Assert.EndsWith("V300", path, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ATallStepInANarrowPlace_IsKept() =>
        Assert.Equal("M0,0H0.1V50H0.2V50", StepPath.Line([(0, 0), (0.1, 50), (0.2, 50)]));

    [Fact]
    public void Line_UnderACommaCulture_HasPoints()
    {
        using var _ = CultureScope.Of("ru");

        Assert.Equal("M0.5,1.5H2.5V3.5", StepPath.Line([(0.5, 1.5), (2.5, 3.5)]));
    }
}
