using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class GoodsCostRowsTests
{
    [Theory]
    [InlineData("A-1;350,50")]
    [InlineData("A-1\t350.50")]
    [InlineData("A-1,350.50")]
    [InlineData("A-1,\"350,50\"")]
    [InlineData("\"A-1\";\"350.50\"")]
    [InlineData("sku;cost\nA-1;350,5")]
    [InlineData("\uFEFFАртикул;Себестоимость\r\n\r\n  A-1 ; 350,50 \r\n")]
    [InlineData("A-1;350,50\nA-1;350.5")]
    public void Read_AsPeoplePasteIt_IsTaken(string text)
    {
        var rows = GoodsCostRows.Read(text);

        Assert.Empty(rows.Errors);
        Assert.Equal([KeyValuePair.Create("A-1", Money.FromDecimal(350.5m))], rows.Costs);
    }

    [Theory]
    [InlineData("A-1", 1, GoodsCostFault.TwoColumnsNeeded)]
    [InlineData("A-1;1;2", 1, GoodsCostFault.TwoColumnsNeeded)]
    [InlineData("A-1,350,50", 1, GoodsCostFault.TwoColumnsNeeded)]
    [InlineData("A-1;1\nB;x", 2, GoodsCostFault.NotAnAmount)]
    [InlineData("A-1;1e5", 1, GoodsCostFault.NotAnAmount)]
    [InlineData("A-1;1.23456", 1, GoodsCostFault.NotAnAmount)]
    [InlineData("A-1;=1+1", 1, GoodsCostFault.NotAnAmount)]
    [InlineData("A-1;1\n\n;5", 3, GoodsCostFault.ArticleIsEmpty)]
    [InlineData("A-1;-5", 1, GoodsCostFault.CostOutOfLimits)]
    [InlineData("A-1;99999999999", 1, GoodsCostFault.CostOutOfLimits)]
    [InlineData("A-1;99999999999999999999999999999999", 1, GoodsCostFault.NotAnAmount)]
    [InlineData("A-1;1\nA-1;2", 2, GoodsCostFault.TwoCosts)]
    [InlineData("A\u0001;1", 1, GoodsCostFault.ArticleIsNoArticle)]
    public void Read_AFault_NamesItsRow(string text, int row, GoodsCostFault fault)
    {
        var rows = GoodsCostRows.Read(text);

        Assert.Equal((row, fault), rows.Errors.Select(e => (e.Row, e.Fault)).Single());
    }

    [Fact]
    public void Read_QuotedDelimitersAndQuotes_ArePartOfTheArticle() =>
        Assert.Equal(
            "size \"M\"; red",
            Assert.Single(GoodsCostRows.Read("\"size \"\"M\"\"; red\";10").Costs).Key
        );

    [Fact]
    public void Read_TooLongAnArticle_IsRefusedAndShortened()
    {
        var error = Assert.Single(GoodsCostRows.Read(new string('x', 500) + ";1").Errors);

        Assert.Equal((GoodsCostFault.ArticleIsNoArticle, 80), (error.Fault, error.Value.Length));
    }

    [Fact]
    public void Read_TooManyRows_StopsAndSaysSo()
    {
        var text = string.Join(
            '\n',
            Enumerable.Range(0, GoodsCostRows.MostRows + 100).Select(i => $"A{i};1")
        );

        var rows = GoodsCostRows.Read(text);

        Assert.Equal(GoodsCostFault.TooManyRows, Assert.Single(rows.Errors).Fault);
    }

    [Fact]
    public void Read_ManyFaults_CountsAllAndListsTheFirst()
    {
        var rows = GoodsCostRows.Read(string.Join('\n', Enumerable.Repeat("A", 300)));

        Assert.Equal((300, GoodsCostRows.MostListed), (rows.ErrorCount, rows.Errors.Count));
    }

    [Fact]
    public void Read_Anything_NeverThrows()
    {
        var random = new Random(5);
        const string Alphabet = "a1;,\t\"\n\r .-=\u0000я";
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])
            );

            var rows = GoodsCostRows.Read(text);

            Assert.All(rows.Costs.Values, cost => Assert.True(cost >= Money.Zero));
        }
    }
}
