using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Overview;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Tests.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Overview;

public sealed class SampleDataTests : IAsyncLifetime, IDisposable
{
    private const string Line = """
        line_id,version,buyer_id,order_id,sku,quantity,list_price,bought_at
        L1,1,b1,o,s,1,10,2026-03-01
        """;

    private readonly PurchasesDesk _desk = new();
    private Seller _seller = null!;
    private SellerAccess _owner = null!;

    public async Task InitializeAsync()
    {
        _seller = await _desk.AddSellerAsync();
        var user = AUser.Named("someone");
        await _desk.File.AddAsync(user);
        await _desk.File.AddAsync(user.MemberOf(_seller, SellerRole.Owner));
        _owner = AnAccess.To(_seller, SellerRole.Owner, user.Id);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Bring_EmptyLedger_WaitsForTheOwnersCheckLikeAnyFile()
    {
        var jobs = _desk.Jobs();

        var brought = await _desk.Sample(jobs).BringAsync(_owner, CancellationToken.None);

        Assert.True(brought.IsSuccess);
        Assert.Equal(ImportJobState.Mapping, brought.Value.State);
        Assert.Equal(PurchaseLayout.OnlineRetail, brought.Value.Layout);
        Assert.Equal(brought.Value, jobs.Find(_owner));
        Assert.False(await _desk.Sample(jobs).IsThereAsync(_owner, CancellationToken.None));
    }

    [Fact]
    public async Task Bring_OwnPurchases_IsRefused()
    {
        await ImportAsync("own.csv");

        var brought = await _desk.Sample().BringAsync(_owner, CancellationToken.None);

        Assert.Equal(SampleData.NotEmpty, Assert.Single(brought.Errors).Code);
    }

    [Fact]
    public async Task Remove_SampleStored_TakesItAndNothingElse()
    {
        await ImportAsync(SampleData.FileName);
        await ImportAsync("own.csv", Line.Replace("L1", "L2", StringComparison.Ordinal));
        var sample = _desk.Sample();
        Assert.True(await sample.IsThereAsync(_owner, CancellationToken.None));

        var removed = await sample.RemoveAsync(_owner, CancellationToken.None);

        Assert.Equal(1, removed.Value);
        Assert.False(await sample.IsThereAsync(_owner, CancellationToken.None));
        Assert.Equal(1, (await _desk.Ledger.FindHeadAsync(_seller.Id, default))!.CurrentLines);
    }

    [Fact]
    public async Task Remove_ByAnAnalyst_IsRefused()
    {
        await ImportAsync(SampleData.FileName);

        var removed = await _desk
            .Sample()
            .RemoveAsync(AnAccess.To(_seller, SellerRole.Analyst), CancellationToken.None);

        Assert.Equal("OnlyOwnersImportPurchases", Assert.Single(removed.Errors).Code);
    }

    private async Task ImportAsync(string name, string text = Line) =>
        Assert.True((await _desk.ImportAsync(_seller, text, name: name)).Value.IsStored);
}
