using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Accounts;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Audit;

/// <summary>What people do stands in the log, for those whom it concerns, and stays there.</summary>
public sealed class AuditLogTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Commands_OfMembersKeysAndCosts_AreInTheSellersLogWithWhoAndWhat()
    {
        var (access, owner, _) = await SellerAsync("logged");
        var invite = _portal.Services.GetRequiredService<InviteMember>();
        await invite.RunAsync(access, "new@example.test", SellerRole.Analyst, None);
        var member = Assert.Single(
            await _portal.Services.GetRequiredService<ListMembers>().RunAsync(access, None),
            m => m.Email == "new@example.test"
        );
        await _portal
            .Services.GetRequiredService<ChangeMemberRole>()
            .RunAsync(access, member.UserId, SellerRole.Owner, None);
        await _portal.Services.GetRequiredService<MakeMemberLink>().RunAsync(access, member.UserId, None);
        await _portal.Services.GetRequiredService<RemoveMember>().RunAsync(access, member.UserId, None);
        var key = await _portal.MakeKeyAsync(access, [.. ApiScopes.All]);
        await _portal.Services.GetRequiredService<RevokeApiKey>().RunAsync(access, key.Id, None);
        await _portal
            .Services.GetRequiredService<SaveUnitEconomics>()
            .RunAsync(
                access,
                SellerUnitEconomics.Default with
                {
                    Unit = new(Percent.FromWhole(10), Percent.FromWhole(1), Percent.FromWhole(40)),
                },
                None
            );

        var rows = await ReadAsync(access);

        Assert.Equal(
            [
                AuditAction.CostsChanged,
                AuditAction.KeyRevoked,
                AuditAction.KeyCreated,
                AuditAction.MemberRemoved,
                AuditAction.LinkMade,
                AuditAction.MemberRoleChanged,
                AuditAction.MemberInvited,
            ],
            rows.Select(r => r.Action)
        );
        Assert.All(rows, r => Assert.Equal(owner.Email, r.ActorEmail));
        Assert.Equal(
            new AuditDetail(AuditDetail.Role, "Owner", "Analyst"),
            Assert.Single(rows.Single(r => r.Action == AuditAction.MemberRoleChanged).Details)
        );
    }

    [Fact]
    public async Task SignIns_RightAndWrong_AreInTheLogOfThePersonsSellers()
    {
        var (access, owner, _) = await SellerAsync("comes-and-goes");
        using var failing = _portal.Anonymous();
        (await SignInForm.SubmitAsync(failing, owner.Email!, "wrong password")).Dispose();
        using var client = await _portal.SignedInAsync(owner);
        using var left = await AccountForms.SubmitFormAsync(
            client,
            "/account/profile",
            $"form[action='{AccountAddresses.SignOut}']"
        );

        Assert.Equal(
            [AuditAction.SignedOut, AuditAction.SignedIn, AuditAction.SignInFailed],
            (await ReadAsync(access)).Select(r => r.Action)
        );
    }

    [Fact]
    public async Task SellersLog_OfAnotherSellersOwner_HasNothingOfIt()
    {
        var (mine, _, _) = await SellerAsync("log-mine");
        var (theirs, _, theirClient) = await SellerAsync("log-theirs");
        await _portal.MakeKeyAsync(mine, [.. ApiScopes.All]);

        var csv = await theirClient.TextAsync("/sellers/log-theirs/journal.csv");
        using var notTheirs = await theirClient.GetAsync(
            new Uri("/sellers/log-mine/journal.csv", UriKind.Relative)
        );

        Assert.DoesNotContain("test machine", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(await ReadAsync(theirs), r => r.Action == AuditAction.KeyCreated);
        Assert.Equal(HttpStatusCode.NotFound, notTheirs.StatusCode);
    }

    [Fact]
    public async Task Log_Analyst_IsForbidden()
    {
        var (access, _, _) = await SellerAsync("log-owners-only");
        await using var context = _portal.Contexts.ForPlatform();
        var seller = await context.Set<Seller>().SingleAsync(s => s.Id == access.SellerId);
        using var client = await _portal.SignedInAsync(
            await _portal.AddMemberAsync(seller, SellerRole.Analyst)
        );

        foreach (var address in new[] { "journal", "journal.csv", "journal.xlsx" })
        {
            using var answer = await client.GetAsync(
                new Uri("/sellers/log-owners-only/" + address, UriKind.Relative)
            );
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task OperatorsLog_HasWhoMayEnterAndNothingOfTheBusiness()
    {
        var (access, _, _) = await SellerAsync("log-for-operator");
        await _portal.MakeKeyAsync(access, [.. ApiScopes.All]);
        await using (var context = _portal.Contexts.ForSeller(access.SellerId))
        {
            context.Audit(
                _portal.Clock.GetUtcNow(),
                access.Actor,
                access.SellerId,
                AuditAction.ReportExported,
                "their-secret-report.xlsx"
            );
            await context.SaveChangesAsync();
        }
        using var client = await _portal.SignedInAsync(
            await _portal.AddUserAsync("log-operator", isOperator: true)
        );

        var csv = await client.TextAsync("/operator/journal.csv");

        Assert.Contains("test machine", csv, StringComparison.Ordinal);
        Assert.Contains("log-operator@example.test", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("their-secret-report", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Subject = 'nothing'")]
    [InlineData("DELETE FROM AuditEntries")]
    public async Task Entries_ChangedOrRemovedByHand_AreRefusedByTheDatabase(string sql)
    {
        var (access, _, _) = await SellerAsync("log-by-hand");
        await _portal.MakeKeyAsync(access, [.. ApiScopes.All]);
        await using var context = _portal.Contexts.ForPlatform();

        await Assert.ThrowsAsync<SqliteException>(() => context.Database.ExecuteSqlRawAsync(sql));
    }

    [Fact]
    public async Task Filter_ByAreaTextAndDay_LeavesWhatFits()
    {
        var (access, owner, _) = await SellerAsync("log-filter");
        await _portal.MakeKeyAsync(access, [.. ApiScopes.All]);
        _portal.Clock.Advance(TimeSpan.FromDays(2));
        using var client = await _portal.SignedInAsync(owner);
        var today = access.Calendar.StartOf(access.Calendar.DayOf(_portal.Clock.GetUtcNow()));

        Assert.Equal(
            AuditAction.KeyCreated,
            Assert.Single(await ReadAsync(access, new(AuditArea.Keys))).Action
        );
        Assert.Equal(
            AuditAction.KeyCreated,
            Assert.Single(await ReadAsync(access, new(Text: "test mach"))).Action
        );
        Assert.Equal(AuditAction.SignedIn, Assert.Single(await ReadAsync(access, new(From: today))).Action);
        Assert.Equal(
            AuditAction.KeyCreated,
            Assert.Single(await ReadAsync(access, new(Until: today))).Action
        );
    }

    [Fact]
    public async Task File_MoreThanAPortionWithFormulas_IsWholeAndHarmless()
    {
        var (access, owner, client) = await SellerAsync("log-file");
        await using (var context = _portal.Contexts.ForSeller(access.SellerId))
        {
            for (var entry = 0; entry < 2_500; entry++)
                context.Audit(
                    _portal.Clock.GetUtcNow(),
                    access.Actor,
                    access.SellerId,
                    AuditAction.ImportStored,
                    "=cmd()|\"file\"" + entry
                );
            await context.SaveChangesAsync();
        }

        var lines = (await client.TextAsync("/sellers/log-file/journal.csv?area=Purchases")).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );

        Assert.Equal(2_501, lines.Length);
        Assert.All(
            lines.Skip(1),
            line => Assert.Contains("\"'=cmd()|\"\"file\"\"", line, StringComparison.Ordinal)
        );
        Assert.Contains(await ReadAsync(access), r => r.Action == AuditAction.LogExported);
    }

    [Fact]
    public async Task Import_OfAPersonAndOfAKey_SayWhich()
    {
        var (access, _, _) = await SellerAsync("log-imports");
        var ledger = _portal.Services.GetRequiredService<PurchaseLedger>();
        foreach (var by in new Guid?[] { access.UserId, Guid.NewGuid(), null })
        {
            await using var append = await ledger.BeginAsync(
                access.SellerId,
                new PurchaseImport
                {
                    FileName = "lines.csv",
                    FileSha256 = by?.ToString() ?? "demo",
                    Layout = "test",
                    ImportedAt = _portal.Clock.GetUtcNow(),
                    ImportedBy = by,
                    RowsRead = 0,
                    LinesAdded = 0,
                    LinesCorrected = 0,
                    LinesAlreadyThere = 0,
                    RowsLeftOut = 0,
                    FindingsJson = "{}",
                },
                None
            );
            await append.CommitAsync(None);
        }

        Assert.Equal(
            [AuditActorKind.Machine, AuditActorKind.Key, AuditActorKind.Person],
            (await ReadAsync(access)).Select(r => r.ActorKind)
        );
    }

    [Fact]
    public void EveryAction_HasAnAreaAndWordsInBothLanguages()
    {
        foreach (var language in new[] { "ru", "en" })
        {
            using var culture = CultureScope.Of(language);
            var texts =
                _portal.Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<AuditText>>();
            foreach (var action in Enum.GetValues<AuditAction>())
            {
                Assert.True(Enum.IsDefined(action.Area()));
                Assert.False(texts["Action." + action].ResourceNotFound, $"{action} in {language}");
            }
        }
    }

    private async Task<(SellerAccess Access, PortalUser Owner, HttpClient Client)> SellerAsync(string slug)
    {
        var seller = await _portal.AddSellerAsync(slug);
        var owner = await _portal.AddMemberAsync(seller, SellerRole.Owner);
        var access = await _portal.AccessOfAsync(owner, seller);
        // Signed in only where a test asks for something: a sign-in is an entry too.
        return (access, owner, new LazyClient(_portal, owner).Client);
    }

    private async Task<IReadOnlyList<AuditRow>> ReadAsync(SellerAccess access, AuditFilter? filter = null) =>
        (
            await _portal
                .Services.GetRequiredService<ReadAuditLog>()
                .RunAsync(access, filter ?? new(), null, 1_000, None)
        ).Value;

    /// <summary>A client that signs in with its first request.</summary>
    private sealed class LazyClient(PortalWebFactory portal, PortalUser user)
    {
        public HttpClient Client => new(new Handler(portal, user)) { BaseAddress = new("http://localhost") };

        private sealed class Handler(PortalWebFactory portal, PortalUser user) : HttpMessageHandler
        {
            private HttpClient? _inner;

            protected override async Task<HttpResponseMessage> SendAsync(
                HttpRequestMessage request,
                CancellationToken cancellationToken
            )
            {
                _inner ??= await portal.SignedInAsync(user);
                return await _inner.GetAsync(request.RequestUri, cancellationToken);
            }
        }
    }
}
