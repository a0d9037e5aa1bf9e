using System.Text;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Purchases.Mapping;
using SellerLoyaltyPortal.Features.Purchases.Uploads;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Purchases;

public sealed class ImportJobsTests : IDisposable
{
    private const string Header = "line_id,buyer_id,order_id,sku,quantity,list_price,bought_at\n";

    private readonly PurchasesDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Check_ThenStore_StoresAndForgetsTheFile()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, PurchaseFormat.Sample);
        Assert.Equal(ImportJobState.Checked, job.State);
        Assert.Null(await _desk.Ledger.FindHeadAsync(access.SellerId, default));
        Assert.Same(job, jobs.Find(access));
        Assert.True((await jobs.StoreAsync(access, job, goodRowsOnly: false, default)).IsSuccess);
        await EndOfAsync(job);
        Assert.Equal(ImportJobState.Done, job.State);
        Assert.True(job.Report!.IsStored);
        Assert.Equal(4, (await _desk.Ledger.FindHeadAsync(access.SellerId, default))!.Sequence);
        Assert.DoesNotContain(Uploads(), f => !f.EndsWith(".errors", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_WrongRows_LeavesTheChoiceAndAListOfAll()
    {
        _desk.Options.ErrorsShown = 1;
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(
            jobs,
            access,
            Header + "L1,b,o,s,1,=1+1,2026-03-01\nL2,b,o,s,1,1,2026-03-01\nL3,b,o,s,1,\"x\"\"y\",2026-03-01\n"
        );
        using (var list = new StreamReader(jobs.OpenErrorList(access, job.Id)!))
            Assert.Equal(
                """
                row,column,value,reason
                2,"list_price","'=1+1",NotANumber
                4,"list_price","x""y",NotANumber

                """,
                await list.ReadToEndAsync()
            );
        Assert.Null(jobs.OpenErrorList(access, Guid.NewGuid()));
        await jobs.StoreAsync(access, job, goodRowsOnly: true, default);
        await EndOfAsync(job);
        Assert.Equal(1, (await _desk.Ledger.FindHeadAsync(access.SellerId, default))!.CurrentLines);
    }

    [Fact]
    public async Task Check_UnreadableFile_FailsWithItsReason()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, "what,is,this\n", PurchaseLayout.PortalCsv);
        Assert.Equal(ImportJobState.Failed, job.State);
        Assert.Equal("FileHasUnknownColumn", Assert.Single(job.Errors).Code);
    }

    [Fact]
    public async Task Store_NotChecked_IsRefused()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, PurchaseFormat.Sample);
        await jobs.StoreAsync(access, job, goodRowsOnly: false, default);
        var twice = await jobs.StoreAsync(access, job, goodRowsOnly: false, default);
        Assert.Equal("ImportIsNotWaiting", Assert.Single(twice.Errors).Code);
        await EndOfAsync(job);
    }

    [Fact]
    public async Task End_Checked_ForgetsItAndItsFiles()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, PurchaseFormat.Sample);
        Assert.True((await jobs.EndAsync(access, job, default)).IsSuccess);
        Assert.Null(jobs.Find(access));
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task Check_Analyst_IsRefused()
    {
        var (jobs, access) = await StartAsync(SellerRole.Analyst);
        var refused = await jobs.ReceiveAsync(
            access,
            await UploadAsync(jobs, PurchaseFormat.Sample),
            "f.csv",
            default
        );
        Assert.Equal("OnlyOwnersImportPurchases", Assert.Single(refused.Errors).Code);
    }

    [Fact]
    public async Task Find_OtherSeller_SeesNothing()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, Header + "L1,b,o,s,1,x,2026-03-01\n");
        var other = await _desk.AddSellerAsync("other");
        var theirs = AnAccess.To(other);
        Assert.Null(jobs.Find(theirs));
        Assert.Null(jobs.OpenErrorList(theirs, job.Id));
    }

    [Fact]
    public async Task Start_FilesOfAnEndedProcess_AreDeleted()
    {
        var (jobs, _) = await StartAsync();
        await UploadAsync(jobs, "x");
        Assert.Single(Uploads());
        _ = _desk.Jobs();
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task Receive_AnyFile_LeavesNothingReadableOnTheDisk()
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(
            jobs,
            access,
            Header + "L1,somebody@example.org,o,s,1,1,2026-03-01\nL2,b,o,s,1,x,2026-03-01\n"
        );
        Assert.Equal(2, job.Report!.ErrorRows);
        Assert.Equal(2, Uploads().Count());
        foreach (var file in Uploads())
            Assert.DoesNotContain(
                "example",
                Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)),
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task Check_HashedBuyers_StoresPseudonymsThatStay()
    {
        const string Text =
            "order,email,date,sku,qty,price\n1,Ann@Example.org,2026-03-01,A,1,5\n2, ann@example.org ,2026-03-02,A,1,7\n";
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, Text);
        Assert.Equal(PurchaseLayout.Mapped, job.Layout);
        Assert.Equal(ColumnField.BuyerToHash, job.Mapping!.Columns[1].Field);
        await jobs.StoreAsync(access, job, goodRowsOnly: false, default);
        await EndOfAsync(job);
        Assert.Equal((2, 1), (job.Report!.LinesAdded, job.Report.BuyersAdded));
        // The same buyer again, after a restart: the key was kept.
        var (again, later) = (_desk.Jobs(), Text.Replace("2026-03-0", "2026-04-0", StringComparison.Ordinal));
        var second = await CheckAsync(again, access, later.Replace("\n1,", "\n3,", StringComparison.Ordinal));
        Assert.Equal(0, second.Report!.BuyersAdded);
        Assert.DoesNotContain("example", _desk.Dump(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Check_ColumnOfEmails_IsRefusedAsItIs()
    {
        var (jobs, access) = await StartAsync();
        var job = await ReceiveAsync(
            jobs,
            access,
            "order,email,date,sku,qty,price\n1,a@example.org,2026-03-01,A,1,5\n"
        );
        foreach (var field in (ColumnField[])[ColumnField.Buyer, ColumnField.Category])
        {
            List<MappedColumn> columns = [.. job.Mapping!.Columns];
            columns[1] = columns[1] with { Field = field };
            columns[0] = columns[0] with { Field = ColumnField.OrderId };
            if (field == ColumnField.Category)
                columns[0] = columns[0] with { Field = ColumnField.Buyer };
            var refused = await jobs.CheckAsync(
                access,
                job,
                PurchaseLayout.Mapped,
                job.Mapping with
                {
                    Columns = columns,
                },
                remember: true,
                default
            );
            Assert.Equal("MappingKeepsPersonalData", Assert.Single(refused.Errors).Code);
        }
    }

    [Fact]
    public async Task Receive_SameColumnsAgain_ReadsThemAsSomebodySaid()
    {
        const string Text = "a,b,c,d\nX-1,01.02.2026,u1,5\n";
        var (jobs, access) = await StartAsync();
        var job = await ReceiveAsync(jobs, access, Text);
        Assert.Null(job.Inspection.SavedAt);
        var said = job.Mapping! with
        {
            Columns =
            [
                new("a", ColumnField.OrderId),
                new("b", ColumnField.BoughtAt),
                new("c", ColumnField.Buyer),
                new("d", ColumnField.PricePaid),
            ],
            Dates = DateLayout.DayMonthYear,
            Prices = PriceMeaning.WholeLine,
        };
        var started = await jobs.CheckAsync(
            access,
            job,
            PurchaseLayout.Mapped,
            said,
            remember: true,
            default
        );
        await EndOfAsync(started.Value);
        Assert.Equal(1, job.Report!.GoodLines);
        var next = await ReceiveAsync(
            _desk.Jobs(),
            access,
            Text.Replace("a,b", "A,b", StringComparison.Ordinal)
        );
        Assert.NotNull(next.Inspection.SavedAt);
        Assert.Equal(said.Columns.Select(c => c.Field), next.Mapping!.Columns.Select(c => c.Field));
        Assert.Equal(DateLayout.DayMonthYear, next.Mapping.Dates);
        // Of another seller nothing is known.
        var other = await _desk.AddSellerAsync("other");
        var user = AUser.Named("else");
        await _desk.File.AddAsync(user);
        await _desk.File.AddAsync(user.MemberOf(other, SellerRole.Owner));
        var theirs = await ReceiveAsync(jobs, AnAccess.To(other, SellerRole.Owner, user.Id), Text);
        Assert.Null(theirs.Inspection.SavedAt);
    }

    [Theory]
    [InlineData(
        "Номер отправления,Тип начисления,За продажу или возврат до вычета комиссий и услуг\n1,x,5\n",
        PurchaseLayout.Ozon
    )]
    [InlineData(
        "Предмет;Обоснование для оплаты;Кол-во;Srid\nКружка;Продажа;1;s1\n",
        PurchaseLayout.Wildberries
    )]
    public async Task Check_MarketplaceReport_IsRefusedBecauseItNamesNoBuyers(
        string text,
        PurchaseLayout layout
    )
    {
        var (jobs, access) = await StartAsync();
        var job = await CheckAsync(jobs, access, text);
        Assert.Equal(layout, job.Layout);
        Assert.Equal(ImportJobState.Failed, job.State);
        Assert.Equal("FileNamesNoBuyers", Assert.Single(job.Errors).Code);
    }

    [Fact]
    public async Task Receive_FileOfAPersonWaits_IsInNoKeysWay()
    {
        var (jobs, access) = await StartAsync();
        var waiting = await ReceiveAsync(jobs, access, PurchaseFormat.Sample);
        var key = access with { IsMachine = true, UserId = Guid.NewGuid() };
        var sent = await CheckAsync(jobs, key, PurchaseFormat.Sample);
        Assert.Equal(ImportJobState.Checked, sent.State);
        Assert.Same(waiting, jobs.Find(access));
        Assert.Same(sent, jobs.Find(key));
        Assert.Null(jobs.Find(key with { UserId = Guid.NewGuid() }));
        // Nor can the one end the other's.
        Assert.Equal("ImportIsNotWaiting", (await jobs.EndAsync(key, waiting, default)).Errors[0].Code);
    }

    [Fact]
    public async Task Store_TwoFilesAtOnce_AreBothStoredOneAfterTheOther()
    {
        var (jobs, access) = await StartAsync();
        var key = access with { IsMachine = true, UserId = Guid.NewGuid() };
        var mine = await CheckAsync(jobs, access, Header + Rows("a"));
        var theirs = await CheckAsync(jobs, key, Header + Rows("b"));
        Assert.Equal(ImportJobState.Checked, theirs.State);
        await Task.WhenAll(
            jobs.StoreAsync(access, mine, goodRowsOnly: false, default),
            jobs.StoreAsync(key, theirs, goodRowsOnly: false, default)
        );
        await EndOfAsync(mine);
        await EndOfAsync(theirs);
        Assert.Equal((ImportJobState.Done, ImportJobState.Done), (mine.State, theirs.State));
        Assert.False(mine.WaitsForAnother || theirs.WaitsForAnother);
        Assert.Equal(6000, (await _desk.Ledger.FindHeadAsync(access.SellerId, default))!.CurrentLines);

        static string Rows(string name) =>
            string.Concat(Enumerable.Range(0, 3000).Select(i => $"{name}{i},b,o,s,1,1,2026-03-01\n"));
    }

    internal async Task<(ImportJobs Jobs, SellerAccess Access)> StartAsync(SellerRole role = SellerRole.Owner)
    {
        var seller = await _desk.AddSellerAsync();
        var user = AUser.Named("someone");
        await _desk.File.AddAsync(user);
        await _desk.File.AddAsync(user.MemberOf(seller, role));
        return (_desk.Jobs(), AnAccess.To(seller, role, user.Id));
    }

    private IEnumerable<string> Uploads() =>
        Directory.EnumerateFiles(Path.Combine(_desk.File.Folder, "uploads"));

    private static async Task<Upload> UploadAsync(ImportJobs jobs, string text)
    {
        var upload = jobs.NewUpload();
        await using var content = upload.Create();
        await content.WriteAsync(Encoding.UTF8.GetBytes(text));
        return upload;
    }

    private static async Task<ImportJob> ReceiveAsync(ImportJobs jobs, SellerAccess access, string text) =>
        (await jobs.ReceiveAsync(access, await UploadAsync(jobs, text), "f.csv", default)).Value;

    private static async Task<ImportJob> CheckAsync(
        ImportJobs jobs,
        SellerAccess access,
        string text,
        PurchaseLayout? layout = null
    )
    {
        var job = await ReceiveAsync(jobs, access, text);
        var started = await jobs.CheckAsync(
            access,
            job,
            layout ?? job.Layout,
            job.Mapping,
            remember: true,
            default
        );
        await EndOfAsync(started.Value);
        return started.Value;
    }

    private static async Task EndOfAsync(ImportJob job)
    {
        var ended = new TaskCompletionSource();
        job.Changed += (_, _) =>
        {
            if (!job.IsRunning)
                ended.TrySetResult();
        };
        if (!job.IsRunning)
            ended.TrySetResult();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
