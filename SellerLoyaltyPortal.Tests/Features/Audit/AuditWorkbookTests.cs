using System.Net;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Features.Reports;
using SellerLoyaltyPortal.Tests.Features.Reports;
using SellerLoyaltyPortal.Tests.Features.Reports.Excel;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Audit;

/// <summary>The log as a workbook: what the page shows to the same person with the same filter.</summary>
public sealed class AuditWorkbookTests : IDisposable
{
    private readonly PortalWebFactory _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Workbook_MoreThanAPortionOfHostileTexts_IsValidWholeAndHoldsTexts()
    {
        var texts = HostileTexts.Of(seed: 8, count: 2_300);
        var (access, client) = await SellerAsync("sheet-hostile");
        await WriteAsync(access, [.. texts.Select(t => t[..Math.Min(t.Length, 300)])]);
        using var owner = client;

        using var file = await FileAsync(client, "/sellers/sheet-hostile/journal.xlsx?area=Purchases");

        Assert.Empty(WorkbookReading.Problems(file));
        var rows = Assert.Single(WorkbookReading.Sheets(file)).Value;
        Assert.Equal(texts.Count + 1, rows.Count);
        Assert.Equal("Когда (UTC)", rows[0][0]);
        // Newest first.
        Assert.Equal(
            texts.Reverse().Select(t => HostileTexts.Kept(t[..Math.Min(t.Length, 300)])),
            rows.Skip(1).Select(r => r[3] as string ?? "")
        );
        Assert.All(rows.Skip(1), r => Assert.Equal(_portal.Clock.GetUtcNow().UtcDateTime, r[0]));
    }

    [Fact]
    public async Task Workbook_AnotherSellersOwner_IsNotFoundAndTheirOwnHasNothingOfIt()
    {
        var (mine, _) = await SellerAsync("sheet-mine");
        var (_, theirs) = await SellerAsync("sheet-theirs");
        await WriteAsync(mine, ["my own secret"]);
        using var client = theirs;

        using var refused = await client.GetAsync(
            new Uri("/sellers/sheet-mine/journal.xlsx", UriKind.Relative)
        );
        using var file = await FileAsync(client, "/sellers/sheet-theirs/journal.xlsx");

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        var cells = WorkbookReading.Sheets(file).Single().Value.SelectMany(r => r).ToList();
        Assert.DoesNotContain("my own secret", cells);
        Assert.Contains("audit-log.xlsx", cells);
    }

    [Fact]
    public async Task Workbook_OfTheOperator_HasSignInsAndNothingOfTheBusiness()
    {
        var (access, owner) = await SellerAsync("sheet-business");
        await WriteAsync(access, ["their-secret-file.csv"]);
        owner.Dispose();
        using var client = await _portal.SignedInAsync(
            await _portal.AddUserAsync("sheet-operator", isOperator: true)
        );

        using var file = await FileAsync(client, "/operator/journal.xlsx");

        var cells = WorkbookReading.Sheets(file).Single().Value.SelectMany(r => r).ToList();
        Assert.Contains("sheet-operator@example.test", cells);
        Assert.DoesNotContain("their-secret-file.csv", cells);
    }

    private static async Task<MemoryStream> FileAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(WriteWorkbook.ContentType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("audit-log.xlsx", answer.Content.Headers.ContentDisposition?.FileName);
        return new(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task WriteAsync(SellerAccess access, IEnumerable<string> subjects)
    {
        await using var context = _portal.Contexts.ForSeller(access.SellerId);
        foreach (var subject in subjects)
            context.Audit(
                _portal.Clock.GetUtcNow(),
                access.Actor,
                access.SellerId,
                AuditAction.ImportStored,
                subject
            );
        await context.SaveChangesAsync();
    }

    private async Task<(SellerAccess Access, HttpClient Owner)> SellerAsync(string slug)
    {
        var seller = await _portal.AddSellerAsync(slug);
        var owner = await _portal.AddMemberAsync(seller, SellerRole.Owner);
        return (await _portal.AccessOfAsync(owner, seller), await _portal.SignedInAsync(owner));
    }
}
