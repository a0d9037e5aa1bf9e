using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Undo;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class UndoImportTests : IDisposable
{
    private const string Header = "line_id,version,buyer_id,order_id,sku,quantity,list_price,bought_at\n";

    private readonly PurchasesDesk _desk = new();
    private Seller _seller = null!;
    private SellerAccess _access = null!;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Run_LastImport_BringsTheLedgerBackAndSnapshotsNotice()
    {
        await StartAsync();
        var snapshots = _desk.Snapshots();
        await StoreAsync("L1,1,b1,o,s,1,10,2026-03-01\nL2,1,b2,o,s,1,20,2026-03-02\n");
        var before = await StateAsync(snapshots);
        var head = await HeadAsync();
        // Corrects twice, adds a buyer and lines before and after what was there.
        await StoreAsync(
            "L2,2,b2,o,s,1,25,2026-03-02\nL2,3,b2,o,s,1,26,2026-03-02\nL3,1,b3,o,s,1,5,2026-01-01\nL4,1,b1,o,s,1,7,2026-03-09\n"
        );
        Assert.NotEqual(before, await StateAsync(snapshots));
        Assert.Equal(4, (await UndoAsync(2)).Value);
        Assert.Equal(before, await StateAsync(snapshots));
        var after = await HeadAsync();
        Assert.Equal(
            (head.CurrentLines, head.FirstBoughtAt, head.LastBoughtAt),
            (after.CurrentLines, after.FirstBoughtAt, after.LastBoughtAt)
        );
        // Sequences are never used again: the undoing took one itself.
        Assert.Equal((7, 7), (after.Sequence, after.RewrittenAtSequence));
    }

    [Fact]
    public async Task Run_Undone_KeepsEveryRowForReadingEarlierStates()
    {
        await StartAsync();
        await StoreAsync("L1,1,b1,o,s,1,10,2026-03-01\n");
        await StoreAsync("L1,2,b1,o,s,1,15,2026-03-01\nL2,1,b2,o,s,1,20,2026-03-02\n");
        await UndoAsync(2);
        Assert.Equal("L1=10", await AsOfAsync(1));
        Assert.Equal("L1=15", await AsOfAsync(2));
        Assert.Equal("L1=15 L2=20", await AsOfAsync(3));
        Assert.Equal("L1=10", await AsOfAsync(4));
    }

    [Fact]
    public async Task Run_ThenTheSameFile_IsStoredAgain()
    {
        await StartAsync();
        const string Rows = "L1,1,b1,o,s,1,10,2026-03-01\nL2,1,b2,o,s,1,20,2026-03-02\n";
        await StoreAsync(Rows);
        var before = await StateAsync(_desk.Snapshots());
        await UndoAsync(1);
        Assert.Equal("", await StateAsync(_desk.Snapshots()));
        var again = await StoreAsync(Rows);
        Assert.Equal((2, 0), (again.LinesAdded, again.LinesAlreadyThere));
        Assert.Equal(before, await StateAsync(_desk.Snapshots()));
    }

    [Theory]
    [InlineData("L1,2,b1,o,s,1,11,2026-03-01\n")]
    [InlineData("L1,1,b1,o,s,1,10,2026-03-01\nL9,1,b1,o,s,1,10,2026-03-01\n")]
    public async Task Run_LaterImportReliesOnIt_IsRefusedUntilThatIsUndone(string later)
    {
        await StartAsync();
        await StoreAsync("L1,1,b1,o,s,1,10,2026-03-01\n");
        await StoreAsync(later);
        var before = _desk.Dump();
        Assert.Equal("ImportHasLaterLines", Assert.Single((await UndoAsync(1)).Errors).Code);
        Assert.Equal(before, _desk.Dump());
        Assert.True((await UndoAsync(2)).IsSuccess);
        Assert.True((await UndoAsync(1)).IsSuccess);
        Assert.Equal(0, (await HeadAsync()).CurrentLines);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 12)]
    public async Task Run_LaterEventReliesOnIt_IsRefused(int version, int price)
    {
        await StartAsync();
        await StoreAsync("L1,1,b1,o,s,1,10,2026-03-01\n");
        await _desk.Ledger.AppendAsync(
            _seller.Id,
            [
                new NewPurchaseLine
                {
                    Buyer = new BuyerId("b1"),
                    LineId = "L1",
                    Version = version,
                    OrderId = "o",
                    Sku = "s",
                    Quantity = 1,
                    ListAmount = Money.FromUnits(price),
                    SellerAmount = Money.FromUnits(price),
                    PaidAmount = Money.FromUnits(price),
                    BoughtAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero),
                },
            ],
            default
        );
        Assert.Equal("ImportHasLaterEvents", Assert.Single((await UndoAsync(1)).Errors).Code);
    }

    [Fact]
    public async Task Run_IndependentLaterImport_IsNoObstacle()
    {
        await StartAsync();
        await StoreAsync("L1,1,b1,o,s,1,10,2026-03-01\n");
        await StoreAsync("L2,1,b2,o,s,1,20,2026-03-02\n");
        Assert.True((await UndoAsync(1)).IsSuccess);
        Assert.Equal("b2 20", await StateAsync(_desk.Snapshots()));
        Assert.Equal("ImportIsUndone", Assert.Single((await UndoAsync(1)).Errors).Code);
        Assert.Equal("ImportIsUnknown", Assert.Single((await UndoAsync(99)).Errors).Code);
    }

    [Fact]
    public async Task Run_ImportWhoseDependenciesWereNeverNoted_IsRefused()
    {
        await StartAsync();
        await StoreAsync("L1,1,b1,o,s,1,10,2026-03-01\n");
        await using (var context = _desk.File.ForSeller(_seller.Id))
            await context.Set<ImportDependency>().ExecuteDeleteAsync();
        Assert.Equal("ImportIsFromEarlierVersion", Assert.Single((await UndoAsync(1)).Errors).Code);
    }

    [Fact]
    public async Task Run_Analyst_IsRefused()
    {
        await StartAsync(SellerRole.Analyst);
        await StoreAsync("L1,1,b1,o,s,1,10,2026-03-01\n");
        Assert.Equal("OnlyOwnersImportPurchases", Assert.Single((await UndoAsync(1)).Errors).Code);
    }

    [Fact]
    public async Task Run_ImportOfAnotherSeller_IsUnknown()
    {
        await StartAsync();
        var other = await _desk.AddSellerAsync("other");
        await _desk.ImportAsync(other, Header + "L1,1,b1,o,s,1,10,2026-03-01\n");
        Assert.Equal("ImportIsUnknown", Assert.Single((await UndoAsync(1)).Errors).Code);
        Assert.Equal(1, (await _desk.Ledger.FindHeadAsync(other.Id, default))!.CurrentLines);
    }

    private async Task StartAsync(SellerRole role = SellerRole.Owner)
    {
        _seller = await _desk.AddSellerAsync();
        var user = AUser.Named("someone");
        await _desk.File.AddAsync(user);
        await _desk.File.AddAsync(user.MemberOf(_seller, role));
        _access = AnAccess.To(_seller, role, user.Id);
    }

    private async Task<ImportReport> StoreAsync(string rows)
    {
        var report = (await _desk.ImportAsync(_seller, Header + rows)).Value;
        Assert.True(report.IsStored);
        return report;
    }

    private Task<Result<int>> UndoAsync(long import) =>
        new UndoImport(_desk.File.Contexts, new SellerDirectory(_desk.File.Contexts), _desk.Clock).RunAsync(
            _access,
            import,
            default
        );

    private async Task<LedgerHead> HeadAsync() => (await _desk.Ledger.FindHeadAsync(_seller.Id, default))!;

    private async Task<string> StateAsync(LedgerSnapshots snapshots)
    {
        var columns = (await snapshots.GetWholeAsync(_seller.Id, default)).Columns;
        var lines = new List<string>();
        for (var buyer = 0; buyer < columns.BuyerCount; buyer++)
        for (var i = 0; i < columns.LinesOf(buyer).Count; i++)
            lines.Add(
                $"{columns.Buyers[buyer].Value} {columns.LinesOf(buyer).Net(i, PriceBase.ListPrice).ToDecimal():0}"
            );
        return string.Join(", ", lines.Order(StringComparer.Ordinal));
    }

    // What the ledger showed at a sequence, from its rows and the undone ones.
    private async Task<string> AsOfAsync(long sequence)
    {
        await using var context = _desk.File.ForSeller(_seller.Id);
        var undone = await context.Set<UndoneLine>().ToListAsync();
        var rows = (await context.Set<PurchaseLine>().ToListAsync())
            .Select(l => (l.LineId, l.Sequence, SupersededBy: l.SupersededBy ?? long.MaxValue, l.ListAmount))
            .ToList();
        bool Stands((string LineId, long Sequence, long SupersededBy, Money ListAmount) row) =>
            row.Sequence <= sequence
            && row.SupersededBy > sequence
            // While a row that was undone later corrected the line, that one stood.
            && !undone.Any(u =>
                u.LineId == row.LineId && u.Sequence <= sequence && u.UndoneAtSequence > sequence
            );
        var standing = rows.Where(Stands)
            .Select(r => (r.LineId, r.ListAmount))
            .Concat(
                undone
                    .Where(u =>
                        u.Sequence <= sequence
                        && u.UndoneAtSequence > sequence
                        && (u.SupersededBy ?? long.MaxValue) > sequence
                    )
                    .Select(u => (u.LineId, u.ListAmount))
            );
        return string.Join(
            ' ',
            standing
                .OrderBy(r => r.LineId, StringComparer.Ordinal)
                .Select(r => $"{r.LineId}={r.ListAmount.ToDecimal():0}")
        );
    }
}
