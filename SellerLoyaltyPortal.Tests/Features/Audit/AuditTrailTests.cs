using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

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

    private PortalDbContext Context(Lines log) =>
        new(
            new DbContextOptionsBuilder<PortalDbContext>()
                .UseSqlite($"Data Source={Path.Combine(_folder.Path, SqliteFile.DatabaseName)};Pooling=False")
                .AddInterceptors(new AuditTrail(log))
                .Options
        );

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
