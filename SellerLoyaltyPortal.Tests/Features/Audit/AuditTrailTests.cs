using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Features.Audit;

public sealed class AuditTrailTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 2, 3, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    public AuditTrailTests() => SqliteFile.CopyMigratedTo(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Save_Entries_AreToldOnceWithIdsAndWithoutNames()
    {
        var log = new Lines();
        await using var context = Context(log);
        var person = Guid.NewGuid();
        context.Audit(
            At,
            AuditActor.Person(person, "203.0.113.7"),
            new SellerId(1),
            AuditAction.ReportExported,
            "secret-report-of-buyer-17.xlsx",
            new AuditDetail(AuditDetail.Rows, "12345")
        );
        await context.SaveChangesAsync();
        await context.SaveChangesAsync();

        Assert.Equal(
            [
                $"Audit 1 2026-11-23T01:02:03.0000000+00:00: ReportExported, seller 1, by Person {person} from 203.0.113.7",
            ],
            log.Written
        );
    }

    [Fact]
    public async Task Save_ThatFails_IsNotTold()
    {
        var log = new Lines();
        await using var context = Context(log);
        await context.Database.ExecuteSqlRawAsync("DROP TABLE AuditEntries");
        context.Audit(At, AuditActor.Clock, seller: null, AuditAction.LogExported);

        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());

        Assert.Empty(log.Written);
    }

    [Fact]
    public async Task Save_InATransaction_IsToldWithItsCommitAndNotBefore()
    {
        var log = new Lines();
        await using var context = Context(log);
        await using var transaction = await context.Database.BeginTransactionAsync();
        context.Audit(At, AuditActor.Clock, seller: null, AuditAction.LogExported);
        await context.SaveChangesAsync();
        context.Audit(At, AuditActor.Clock, seller: null, AuditAction.ReportExported);
        await context.SaveChangesAsync();
        Assert.Empty(log.Written);

        await transaction.CommitAsync();

        Assert.Equal(2, log.Written.Count);
        Assert.Contains("LogExported", log.Written[0], StringComparison.Ordinal);
        Assert.Contains("ReportExported", log.Written[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Save_InATransactionThatIsGivenUp_IsNeverTold(bool isRolledBack)
    {
        var log = new Lines();
        await using var context = Context(log);
        await using (var transaction = await context.Database.BeginTransactionAsync())
        {
            context.Audit(At, AuditActor.Clock, seller: null, AuditAction.LogExported);
            await context.SaveChangesAsync();
            if (isRolledBack)
                await transaction.RollbackAsync();
        }
        context.ChangeTracker.Clear();

        context.Audit(At, AuditActor.Clock, seller: null, AuditAction.ReportExported);
        await context.SaveChangesAsync();

        Assert.Contains("ReportExported", Assert.Single(log.Written), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_StoredThenTakenBack_IsToldBothTimes()
    {
        // Their transactions are SQLite's own, which begin "immediate".
        var log = new Lines();
        var seller = ASeller.Named("shop");
        var owner = AUser.Named("owner");
        await using (var context = Context(log))
        {
            context.AddRange(seller, owner);
            await context.SaveChangesAsync();
            context.Add(owner.MemberOf(seller, SellerRole.Owner));
            await context.SaveChangesAsync();
        }
        var contexts = new SellerDbContextFactory(Options(log));
        var import = new PurchaseImport
        {
            SellerId = seller.Id,
            FileName = "file.csv",
            FileSha256 = "",
            Layout = nameof(PurchaseLayout.PortalCsv),
            ImportedAt = At,
            RowsRead = 0,
            LinesAdded = 0,
            LinesCorrected = 0,
            LinesAlreadyThere = 0,
            RowsLeftOut = 0,
            FindingsJson = "{}",
        };
        var ledger = contexts.ForSeller(seller.Id);
        await ledger.Database.OpenConnectionAsync();
        await using (var append = await LedgerAppend.StartAsync(ledger, import, default))
            await append.CommitAsync(default);
        var undo = new UndoImport(contexts, new SellerDirectory(contexts), new FakeClock());
        await undo.RunAsync(AnAccess.To(seller, user: owner.Id), import.Id, default);

        Assert.Equal(2, log.Written.Count);
        Assert.Contains("ImportStored", log.Written[0], StringComparison.Ordinal);
        Assert.Contains("ImportUndone", log.Written[1], StringComparison.Ordinal);
    }

    private PortalDbContext Context(Lines log) => new(Options(log));

    private DbContextOptions<PortalDbContext> Options(Lines log) =>
        new DbContextOptionsBuilder<PortalDbContext>()
            .UseSqlite($"Data Source={Path.Combine(_folder.Path, SqliteFile.DatabaseName)};Pooling=False")
            .AddInterceptors(new SellerScopeInterceptor(), new AuditTrail(log))
            .Options;

    private sealed class Lines : ILogger<AuditTrail>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add(formatter(state, exception));
    }
}
