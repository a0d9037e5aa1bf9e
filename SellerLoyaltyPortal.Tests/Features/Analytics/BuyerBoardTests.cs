using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Rfm;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

public sealed class BuyerBoardTests
{
    private static readonly BuyerBoard Board = BuyerBoard.From(
        OnlineRetail.Columns,
        EligibilityRule.Default,
        OnlineRetail.AsOf,
        CancellationToken.None
    );

    [Fact]
    public void From_OnlineRetail_CountsTheReferencesBuyersOfTheWindow()
    {
        // 4,265 of the 4,296 buyers with lines in the window have a purchase among them.
        Assert.Equal(4265, Board.Count);
        Assert.Equal(1595, Board.CountBetween(Money.FromUnits(1000), below: null));
        Assert.Equal(4265, Board.Segments().Sum(s => s.Buyers));
        Assert.Equal(4265, Board.Rhythms().Sum(r => r.Buyers));
    }

    [Theory]
    [InlineData(BuyerSort.Total)]
    [InlineData(BuyerSort.Orders)]
    [InlineData(BuyerSort.DaysSinceLast)]
    [InlineData(BuyerSort.Interval)]
    public void List_EveryColumn_IsInOrderBothWays(BuyerSort sort)
    {
        var up = Board
            .List(
                new()
                {
                    Sort = sort,
                    Ascending = true,
                    Take = 5000,
                }
            )
            .Rows.Select(Key)
            .ToList();
        var down = Board.List(new() { Sort = sort, Take = 5000 }).Rows.Select(Key).ToList();

        Assert.Equal(up.Order(), up);
        Assert.Equal(down.OrderDescending(), down);

        double Key(BuyerRow row) =>
            sort switch
            {
                BuyerSort.Total => (double)row.Total.ToDecimal(),
                BuyerSort.Orders => row.Orders,
                BuyerSort.DaysSinceLast => row.DaysSinceLast,
                BuyerSort.Interval => Math.Floor((row.MeanInterval ?? -1) * 1000),
            };
    }

    [Fact]
    public void List_Pages_HoldEveryMatchingBuyerOnce()
    {
        var query = new BuyerQuery { Segment = RfmSegment.Champions, Take = 100 };
        var ids = new List<string>();
        var matching = Board.List(query).Matching;
        for (var skip = 0; skip < matching; skip += 100)
            ids.AddRange(Board.List(query with { Skip = skip }).Rows.Select(r => r.Id.Value));

        Assert.Equal(matching, ids.Distinct().Count());
        Assert.Equal(Board.Segments().Single(s => s.Segment == RfmSegment.Champions).Buyers, matching);
    }

    [Fact]
    public void List_Filters_AreAllApplied()
    {
        var query = new BuyerQuery
        {
            AtLeast = Money.FromUnits(500),
            Below = Money.FromUnits(900),
            Rhythm = BuyerRhythm.AtRisk,
            IdStart = "14",
            Take = 5000,
        };
        var rows = Board.List(query).Rows;

        Assert.NotEmpty(rows);
        Assert.All(
            rows,
            r =>
            {
                Assert.InRange(r.Total.ToDecimal(), 500, 899.9999m);
                Assert.StartsWith("14", r.Id.Value, StringComparison.Ordinal);
                Assert.InRange(r.DaysSinceLast / r.MeanInterval!.Value, 1.5, 3);
            }
        );
    }

    [Fact]
    public void Find_BuyersOutsideTheWindow_AreNotThere()
    {
        Assert.Equal(279_489.02m, Board.Find(new("14646"))!.Total.ToDecimal());
        Assert.Null(Board.Find(new("nobody")));
    }
}
