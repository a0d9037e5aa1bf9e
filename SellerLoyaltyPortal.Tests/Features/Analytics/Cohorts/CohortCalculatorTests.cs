using System.Globalization;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Cohorts;

public sealed class CohortCalculatorTests
{
    [Theory]
    [InlineData("online_retail_cohort_noncancelled.csv", CohortActivity.Purchases)]
    [InlineData("online_retail_cohort_all_lines.csv", CohortActivity.AllLines)]
    public void Count_OnlineRetailByMonth_EqualsThePublishedMatrixCellByCell(
        string file,
        CohortActivity activity
    )
    {
        var triangle = CohortCalculator.Count(
            OnlineRetail.Columns,
            OnlineRetail.AsOf,
            CohortPeriod.Month,
            activity
        );

        var rows = Read(file);
        var cells = 0;
        Assert.Equal(rows.Count, triangle.Cohorts);
        for (var cohort = 0; cohort < rows.Count; cohort++)
        {
            Assert.StartsWith(
                rows[cohort][0],
                triangle.DaysOf(cohort).First.ToString(),
                StringComparison.Ordinal
            );
            for (var k = 0; k < rows.Count; k++)
            {
                var cell = rows[cohort][k + 1];
                int? expected = cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);
                Assert.Equal(expected, triangle.CountSoFar(cohort, k));
                // December 2011 ends on the 9th: its cells are unfinished, so blank.
                Assert.Equal(cohort + k == 12 ? null : expected, triangle.Count(cohort, k));
                cells++;
            }
        }
        Assert.Equal(169, cells);
    }

    [Fact]
    public void Share_OnlineRetailByMonth_EqualsThePublishedPercentages()
    {
        var triangle = CohortCalculator.Count(OnlineRetail.Columns, OnlineRetail.AsOf, CohortPeriod.Month);

        var rows = Read("online_retail_cohort_noncancelled_pct.csv");
        for (var cohort = 0; cohort < rows.Count; cohort++)
        {
            Assert.Equal(rows[cohort][1], triangle.SizeOf(cohort).ToString(CultureInfo.InvariantCulture));
            for (var k = 0; cohort + k < 12; k++)
                Close.Absolute(
                    double.Parse(rows[cohort][k + 2], CultureInfo.InvariantCulture) / 100,
                    triangle.Share(cohort, k, CohortCounting.OnPeriod, CohortBase.First)!.Value,
                    5.1e-5
                );
            Assert.Null(triangle.Share(cohort, 12 - cohort, CohortCounting.OnPeriod, CohortBase.First));
        }
    }

    [Theory]
    [InlineData(CohortPeriod.Week, 1)]
    [InlineData(CohortPeriod.Month, 2)]
    [InlineData(CohortPeriod.Quarter, 3)]
    public void Count_RandomLedger_EqualsTheNaiveOne(CohortPeriod period, int seed)
    {
        var random = new Random(seed);
        var ledger = new ALedger();
        for (var i = 0; i < 400; i++)
        {
            var buyer = random.Next(60);
            if (random.Next(8) == 0)
                ledger.Cancelled(buyer, random.Next(200), 10);
            else
                ledger.Bought(buyer, random.Next(200), 50, returned: random.Next(5) == 0 ? 2 : 0);
        }
        var columns = ledger.Build();
        var asOf = ALedger.Start + 170;

        var triangle = CohortCalculator.Count(columns, asOf, period);

        for (var cohort = 0; cohort < triangle.Cohorts; cohort++)
        {
            for (var k = 0; k < triangle.CellsOf(cohort); k++)
            {
                foreach (var counting in Enum.GetValues<CohortCounting>())
                    Assert.Equal(
                        NaiveCohorts.Count(columns, asOf, period, cohort, k, counting),
                        triangle.CountSoFar(cohort, k, counting)
                    );
            }
        }
    }

    [Fact]
    public void Count_SomeBuyers_LeavesTheOthersOut()
    {
        var columns = new ALedger().Bought(1, 0).Bought(2, 0).Bought(2, 40).Build();

        var triangle = CohortCalculator.Count(
            columns,
            ALedger.Start + 60,
            CohortPeriod.Month,
            only: new BuyerSet(2, b => b == 0)
        );

        Assert.Equal(1, triangle.SizeOf(0));
        Assert.Equal(0, triangle.CountSoFar(0, 1));
    }

    [Fact]
    public void Count_NothingBoughtYet_HasNoRows()
    {
        var columns = new ALedger().Bought(1, 10).Build();

        Assert.Equal(0, CohortCalculator.Count(columns, ALedger.Start + 9, CohortPeriod.Week).Cohorts);
        Assert.Equal(
            0,
            CohortCalculator.Count(new ALedger().Build(), ALedger.Start, CohortPeriod.Week).Cohorts
        );
    }

    private static List<string[]> Read(string file) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", file))
                .Skip(1)
                .Select(line => line.Split(',')),
        ];
}
