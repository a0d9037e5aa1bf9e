using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class SaveUnitEconomicsTests : IAsyncLifetime
{
    private static readonly UnitEconomics Own = new(new(1_750), new(150), new(4_025));
    private ProgramDesk _desk = null!;

    private SaveUnitEconomics Save => new(new SellerDirectory(_desk.Contexts), _desk.Contexts, _desk.Clock);

    private UnitEconomicsSettings Settings => StartingEconomics.Of(_desk);

    private static SellerUnitEconomics Wanted(UnitEconomics unit, int revision = 0) =>
        SellerUnitEconomics.Default with
        {
            Unit = unit,
            Revision = revision,
        };

    public async Task InitializeAsync() => _desk = await ProgramDesk.OpenAsync();

    public Task DisposeAsync()
    {
        _desk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Get_NothingSaid_IsTheDefaultAndSaysSo()
    {
        var settings = await Settings.GetAsync(_desk.Owner, CancellationToken.None);

        Assert.True(settings.IsDefault);
        Assert.Equal(UnitEconomics.Default, settings.Unit);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(9_500, true)]
    [InlineData(9_501, false)]
    public async Task Run_MarginFloor_IsBetweenZeroAndNinetyFivePercent(int basisPoints, bool isFine)
    {
        var result = await Save.RunAsync(
            _desk.Owner,
            Wanted(Own) with
            {
                MarginFloor = new(basisPoints),
            },
            CancellationToken.None
        );

        Assert.Equal(isFine ? [] : ["ShareOutOfLimits"], result.Errors.Select(e => e.Code));
        if (isFine)
            Assert.Equal(
                new Percent(basisPoints),
                (await Settings.GetAsync(_desk.Owner, CancellationToken.None)).MarginFloor
            );
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10_000_000_000, true)]
    [InlineData(10_000_000_001, false)]
    public async Task Run_TypicalOrder_IsAboveZeroAndAtMostAMillion(long tenThousandths, bool isFine)
    {
        var result = await Save.RunAsync(
            _desk.Owner,
            Wanted(Own) with
            {
                TypicalOrder = new Money(tenThousandths),
            },
            CancellationToken.None
        );

        Assert.Equal(isFine ? [] : ["TypicalOrderOutOfLimits"], result.Errors.Select(e => e.Code));
        Assert.Equal(
            isFine ? new Money(tenThousandths) : null,
            (await Settings.GetAsync(_desk.Owner, CancellationToken.None)).TypicalOrder
        );
    }

    [Fact]
    public async Task Run_TwiceWithTheRevisionSeen_StoresTheLast()
    {
        var first = await Save.RunAsync(
            _desk.Owner,
            Wanted(Own) with
            {
                OptionLockDays = 90,
            },
            CancellationToken.None
        );
        var second = await Save.RunAsync(
            _desk.Owner,
            Wanted(UnitEconomics.Default, first.Value.Revision),
            CancellationToken.None
        );

        Assert.Equal((Own, 90), (first.Value.Unit, first.Value.OptionLockDays));
        Assert.Equal(second.Value, await Settings.GetAsync(_desk.Owner, CancellationToken.None));
        Assert.False(second.Value.IsDefault);
        Assert.Null(second.Value.OptionLockDays);
    }

    [Fact]
    public async Task Run_OfAnOlderRevision_IsRefused()
    {
        await Save.RunAsync(_desk.Owner, Wanted(Own), CancellationToken.None);

        var late = await Save.RunAsync(_desk.Owner, Wanted(UnitEconomics.Default), CancellationToken.None);

        Assert.Equal(["SettingsChangedMeanwhile"], late.Errors.Select(e => e.Code));
        Assert.Equal(Own, (await Settings.GetAsync(_desk.Owner, CancellationToken.None)).Unit);
    }

    [Fact]
    public async Task Run_ManyAtOnce_OneIsStoredAndTheOthersHearWhy()
    {
        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 6)
                .Select(i =>
                    Task.Run(() =>
                        Save.RunAsync(
                            _desk.Owner,
                            Wanted(Own with { UnitCost = Percent.FromWhole(i) }),
                            CancellationToken.None
                        )
                    )
                )
        );

        Assert.Single(results, r => r.IsSuccess);
        Assert.All(
            results.Where(r => !r.IsSuccess),
            r => Assert.Equal(["SettingsChangedMeanwhile"], r.Errors.Select(e => e.Code))
        );
    }

    [Fact]
    public async Task Run_BadValues_AreAllNamedAndNothingIsStored()
    {
        var result = await Save.RunAsync(
            _desk.Owner,
            Wanted(new(new(-1), new(9_999), new(99_999))) with
            {
                OptionLockDays = 0,
                TypicalOrder = Money.Zero,
            },
            CancellationToken.None
        );

        Assert.Equal(
            ["Commission", "OptionCommission", "UnitCost", "OptionLockDays", "TypicalOrder"],
            result.Errors.Select(e => e.Path)
        );
        Assert.True((await Settings.GetAsync(_desk.Owner, CancellationToken.None)).IsDefault);
    }

    [Fact]
    public async Task Run_TwoSellers_EachHasItsOwn()
    {
        var other = await _desk.AddSellerAsync("economics-other");
        await Save.RunAsync(_desk.Owner, Wanted(Own), CancellationToken.None);

        Assert.True((await Settings.GetAsync(other, CancellationToken.None)).IsDefault);
        Assert.True(
            (
                await Save.RunAsync(other, Wanted(Own) with { OptionLockDays = 30 }, CancellationToken.None)
            ).IsSuccess
        );
        Assert.Null((await Settings.GetAsync(_desk.Owner, CancellationToken.None)).OptionLockDays);
    }

    [Fact]
    public async Task Run_MemberRemoved_IsRefused()
    {
        await _desk.RemoveMemberAsync(_desk.Owner);

        var result = await Save.RunAsync(_desk.Owner, Wanted(Own), CancellationToken.None);

        Assert.Equal(["OwnerRightsNeeded"], result.Errors.Select(e => e.Code));
    }
}
