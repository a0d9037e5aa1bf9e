using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

/// <summary>What a seller who has said nothing starts with.</summary>
public sealed class UnitEconomicsSettingsTests : IAsyncLifetime
{
    private ProgramDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await ProgramDesk.OpenAsync();
        // 600 of "a", 300 of "b", 100 of "c".
        await _desk.Ledger.AppendAsync(
            _desk.Owner.SellerId,
            new[] { ("a", 600), ("b", 300), ("c", 100) }.Select(g =>
                ANewLine.Of(lineId: g.Item1, buyer: "x", order: g.Item1) with
                {
                    Sku = g.Item1,
                    SellerAmount = Money.FromUnits(g.Item2),
                    BoughtAt = _desk.Clock.GetUtcNow().AddDays(-5),
                }
            ),
            CancellationToken.None
        );
    }

    public Task DisposeAsync()
    {
        _desk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Get_CostsByArticleKnown_UnitCostIsTheirsByRevenue()
    {
        var settings = StartingEconomics.Of(_desk);
        Assert.Equal(EconomicsSource.Example, (await GetAsync(settings)).UnitCostFrom);

        await SaveCostsAsync("a;120\nb;150");

        var found = await GetAsync(settings);
        Assert.Equal(EconomicsSource.Goods, found.UnitCostFrom);
        // (120 + 150) of 900; the commissions are nobody's yet.
        Assert.Equal(UnitEconomics.Default with { UnitCost = new(3_000) }, found.Unit);
        Assert.Equal(0.9, found.CostCoverage);
        Assert.Equal(EconomicsSource.Example, found.CommissionFrom);
        Assert.True(found.IsDefault);
    }

    [Fact]
    public async Task Get_CostsChanged_IsAnewAtOnce()
    {
        var settings = StartingEconomics.Of(_desk);
        await SaveCostsAsync("a;120\nb;150");
        await GetAsync(settings);

        await SaveCostsAsync("a;420");

        Assert.Equal(new Percent(6_333), (await GetAsync(settings)).Unit.UnitCost);
    }

    [Theory]
    [InlineData("c;10", EconomicsSource.Example)]
    [InlineData("b;10\nc;10", EconomicsSource.Example)]
    [InlineData("a;10", EconomicsSource.Goods)]
    [InlineData("a;10\nunsold;5", EconomicsSource.Goods)]
    [InlineData("a;90000", EconomicsSource.Example)]
    public async Task Get_CostsOfLessThanHalfTheRevenueOrBeyondSense_SayNothing(
        string costs,
        EconomicsSource source
    )
    {
        await SaveCostsAsync(costs);

        Assert.Equal(source, (await GetAsync(StartingEconomics.Of(_desk))).UnitCostFrom);
    }

    [Fact]
    public async Task Get_SavedByTheSeller_GoesBeforeAll()
    {
        var own = new UnitEconomics(new(1_000), new(0), new(4_000));
        await SaveCostsAsync("a;120\nb;150");
        await new SaveUnitEconomics(
            new SellerDirectory(_desk.Contexts),
            _desk.Contexts,
            _desk.Clock
        ).RunAsync(_desk.Owner, SellerUnitEconomics.Default with { Unit = own }, CancellationToken.None);

        var found = await GetAsync(StartingEconomics.Of(_desk, Operators()));

        Assert.Equal((own, EconomicsSource.Seller), (found.Unit, found.UnitCostFrom));
        Assert.False(found.IsDefault);
    }

    [Fact]
    public async Task Get_SetByTheOperator_HoldsForThatSellerAndTheRestForAll()
    {
        var other = await _desk.AddSellerAsync("other");
        var settings = StartingEconomics.Of(_desk, Operators());

        var (own, theirs) = (
            await GetAsync(settings),
            await settings.GetAsync(other, CancellationToken.None)
        );

        Assert.Equal(new UnitEconomics(new(1_200), new(200), new(5_000)), own.Unit);
        Assert.Equal(new UnitEconomics(new(1_800), new(200), new(5_000)), theirs.Unit);
        Assert.Equal(
            (EconomicsSource.Operator, EconomicsSource.Example),
            (own.CommissionFrom, own.UnitCostFrom)
        );
    }

    [Theory]
    [InlineData(95, true)]
    [InlineData(96, false)]
    [InlineData(-1, false)]
    public void Check_SharesOfASeller_AreWithinTheLimits(int commission, bool isFine)
    {
        var options = new EconomicsDefaults
        {
            Sellers = { ["shop"] = new() { CommissionPercent = commission } },
        };

        Assert.Equal(isFine, new EconomicsDefaults.Check().Validate(null, options).Succeeded);
    }

    private static EconomicsDefaults Operators() =>
        new()
        {
            CommissionPercent = 18,
            OptionCommissionPercent = 2,
            Sellers = { ["desk-seller"] = new() { CommissionPercent = 12 } },
        };

    private async Task SaveCostsAsync(string rows) =>
        Assert.True(
            (
                await new SaveGoodsCosts(
                    new SellerDirectory(_desk.Contexts),
                    _desk.Contexts,
                    _desk.Clock
                ).RunAsync(_desk.Owner, GoodsCostRows.Read(rows), CancellationToken.None)
            ).IsSuccess
        );

    private Task<SellerUnitEconomics> GetAsync(UnitEconomicsSettings settings) =>
        settings.GetAsync(_desk.Owner, CancellationToken.None);
}
