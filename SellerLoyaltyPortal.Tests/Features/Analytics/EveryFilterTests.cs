using System.Globalization;
using System.Net;
using System.Text.Json;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Api;
using SellerLoyaltyPortal.Tests.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

/// <summary>
/// Each of the five filters brings the same buyers wherever it stands: in the pages' JSON, in the interface for
/// machines, in the pages and in the workbook of a list.
/// </summary>
public sealed class EveryFilterTests : IAsyncLifetime, IDisposable
{
    private readonly PortalWebFactory _portal = new();
    private HttpClient _person = null!;
    private HttpClient _machine = null!;

    public async Task InitializeAsync()
    {
        var seller = await _portal.AddSellerAsync("shop");
        _person = await _portal.SignedInAsync(await _portal.AddMemberAsync(seller, SellerRole.Analyst));
        _machine = await _portal.MachineAsync(seller, ApiScope.AnalyticsRead);
        var now = _portal.Clock.GetUtcNow();
        // Buyer i: i % 4 + 1 orders, the last i days ago, each worth 100 (i + 1); every third with the discount, tea or
        // coffee in turn.
        var lines =
            from buyer in Enumerable.Range(0, 40)
            from order in Enumerable.Range(0, buyer % 4 + 1)
            select ANewLine.Of(
                lineId: $"b{buyer}-{order}",
                buyer: $"b{buyer}",
                order: $"b{buyer}-{order}"
            ) with
            {
                SellerAmount = Money.FromUnits(100 * (buyer + 1)),
                BoughtAt = now.AddDays(-buyer - 20 * order),
                WithLoyaltyDiscount = buyer % 3 == 0,
                Category = buyer % 2 == 0 ? "Tea" : "Coffee & cake",
            };
        await new PurchaseLedger(_portal.Contexts).AppendAsync(seller.Id, lines, CancellationToken.None);
    }

    public static TheoryData<string, string> Filters =>
        new()
        {
            { "program=with", "program=with" },
            { "program=without", "program=without" },
            { "from=500&below=2000", "from=5000000&below=20000000" },
            { "firstTo=" + Ago(30), "firstTo=" + Ago(30) },
            { "firstFrom=" + Ago(30), "firstFrom=" + Ago(30) },
            { "category=Coffee%20%26%20cake", "category=Coffee%20%26%20cake" },
            { "segment=Champions", "segment=Champions" },
            { "segment=Loyal&category=Tea&program=without", "segment=Loyal&category=Tea&program=without" },
        };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Filter_AnyOfTheFive_MeansTheSameBuyersEverywhere(string filter, string inTenThousandths)
    {
        var asked = new[]
        {
            Count(await _person.GetStringAsync(Pages($"buyers?{filter}")), "matching"),
            Count(await _person.GetStringAsync(Pages($"retention?{filter}")), "buyers"),
            Sizes(await _person.GetStringAsync(Pages($"ltv?{filter}"))),
            Count(await _machine.GetStringAsync(Machines($"buyers?{inTenThousandths}")), "matching"),
            Count(await _machine.GetStringAsync(Machines($"segments?{inTenThousandths}")), "buyers"),
            Count(await _machine.GetStringAsync(Machines($"retention?{inTenThousandths}")), "buyers"),
            Sizes(await _machine.GetStringAsync(Machines($"ltv?{inTenThousandths}"))),
            Rows(
                await _person.GetStringAsync(
                    new Uri($"/sellers/shop/reports/buyers.json?{filter}", UriKind.Relative)
                )
            ),
        };

        Assert.InRange(asked[0], 1, 39);
        Assert.All(asked, count => Assert.Equal(asked[0], count));
        foreach (var page in (string[])["retention", "ltv", "buyers"])
        {
            var html = await _person.GetStringAsync(
                new Uri($"/sellers/shop/{page}?{filter}", UriKind.Relative)
            );
            Assert.DoesNotContain("state-error", html, StringComparison.Ordinal);
            // The page says that it is filtered: there is a way to end that, and the fields show by what.
            Assert.Contains("Сбросить фильтр", html, StringComparison.Ordinal);
            if (filter.StartsWith("from=", StringComparison.Ordinal))
                Assert.Matches(
                    "<option[^>]*selected[^>]*>от 500\u00A0₽ до 2\u202F000\u00A0₽",
                    WebUtility.HtmlDecode(html)
                );
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _person.Dispose();
        _machine.Dispose();
        _portal.Dispose();
    }

    private static string Ago(int days) =>
        FakeClock.DefaultStart.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Uri Pages(string address) =>
        new("/sellers/shop/api/analytics/" + address, UriKind.Relative);

    private static Uri Machines(string address) => new("/api/v1/analytics/" + address, UriKind.Relative);

    private static int Count(string json, string name)
    {
        using var answer = JsonDocument.Parse(json);
        return answer.RootElement.GetProperty(name).GetInt32();
    }

    private static int Sizes(string json)
    {
        using var answer = JsonDocument.Parse(json);
        return answer
            .RootElement.GetProperty("cohorts")
            .EnumerateArray()
            .Sum(c => c.GetProperty("size").GetInt32());
    }

    private static int Rows(string json)
    {
        using var answer = JsonDocument.Parse(json);
        return answer.RootElement.GetProperty("tables")[0].GetProperty("rows").GetArrayLength();
    }
}
