namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>A new seller without purchases: what it is led to, the sample that it may try, and its removal.</summary>
public sealed class FirstRunTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Seller = "corner-shop";
    private const float ImportLimit = 120_000;

    private static readonly string[] Pages =
    [
        "overview",
        "constructor",
        "programs",
        "buyers",
        "retention",
        "ltv",
        "reports",
        "data",
    ];

    [Fact]
    public async Task NewSeller_TriesTheSample_AndIsRidOfIt()
    {
        await BrowseAsync(
            new(Person: DemoPeople.Operator),
            session =>
                new OperatorDesk(session).CreateSellerAsync(
                    "Corner Shop",
                    "GBP",
                    "Europe/London",
                    DemoPeople.OwnerOfCdnow
                ),
            "FirstRun.Operator"
        );
        await BrowseAsync(
            new("ru", Person: DemoPeople.OwnerOfCdnow),
            async session =>
            {
                foreach (var page in Pages)
                    await PageLook.CheckAsync(
                        session,
                        new($"/sellers/{Seller}/{page}", DemoPeople.OwnerOfCdnow),
                        "ru"
                    );
                await TrySampleAsync(session);
                await RemoveSampleAsync(session);
                Assert.Empty(session.Complaints);
            },
            "FirstRun.Owner"
        );
    }

    private static async Task TrySampleAsync(BrowserSession session)
    {
        await session.GoAsync($"/sellers/{Seller}/overview");
        await session.Page.Locator("[data-sample=bring]").ClickAsync();
        await session.Page.WaitForURLAsync($"**/sellers/{Seller}/data");
        await session.Page.Locator("[data-step=check]").ClickAsync(new() { Timeout = ImportLimit });
        await session.Page.Locator("[data-step=store]").ClickAsync(new() { Timeout = ImportLimit });
        await session
            .Page.Locator("td .file", new() { HasTextString = "sample-online-retail.csv.gz" })
            .First.WaitForAsync(new() { Timeout = ImportLimit });
    }

    private static async Task RemoveSampleAsync(BrowserSession session)
    {
        await session.GoAsync($"/sellers/{Seller}/overview");
        await Expect(session.Page.Locator(".lead")).ToBeVisibleAsync();

        await session.Page.Locator("[data-sample=remove]").ClickAsync();

        await Expect(session.Page.Locator("[data-sample=bring]"))
            .ToBeVisibleAsync(new() { Timeout = ImportLimit });
        await Expect(session.Page.Locator(".lead")).ToHaveCountAsync(0);
    }
}
