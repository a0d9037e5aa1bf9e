using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.EndToEnd;

/// <summary>The hint for buyers as it stands in a shop's own page: framed, with the portal's style.</summary>
public sealed class BuyerHintLookTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData(
        "ru",
        "До скидки 10\u00A0% осталось £132,01",
        "Выкуплено £4\u202F867,99 из £5\u202F000 за 365 дней",
        0.97
    )]
    [InlineData("en", "£132.01 left to a discount of 10%", "£4,867.99 of £5,000 bought in 365 days", 0.97)]
    [InlineData("ru", "Вам доступна скидка 10\u00A0%", null, 1)]
    public Task Hint_FramedByAShop_FitsAndHasNoBarrier(
        string language,
        string title,
        string? note,
        double part
    ) =>
        BrowseAsync(
            new(language),
            async session =>
            {
                var page = session.Page;
                var hint = await DocumentAsync(language, title, note, part);
                await page.RouteAsync(
                    "**/storefront/shop/hint",
                    route =>
                        route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = hint })
                );
                await page.RouteAsync(
                    "**/shop",
                    route =>
                        route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Shop })
                );
                foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    await page.GotoAsync("/shop");
                    foreach (var frame in page.Frames.Skip(1))
                    {
                        await Assertions.Expect(frame.Locator("b")).ToHaveTextAsync(title);
                        var size = await frame.EvaluateAsync<int[]>(
                            """
                            () => { const d = document.documentElement;
                              return [d.scrollWidth, d.clientWidth, d.scrollHeight, d.clientHeight] }
                            """
                        );
                        Assert.True(size[0] <= size[1], $"{size[0]} px wide of {size[1]} in {language}");
                        Assert.True(size[2] <= size[3], $"{size[2]} px high of {size[3]} in {language}");
                    }
                    var found = await page.RunAxe();
                    Assert.Empty(found.Violations.Select(v => v.Id + " " + v.Help));
                    await page.ScreenshotAsync(
                        new()
                        {
                            Path = TestOutput.File(
                                "pages",
                                $"hint-{(note is null ? "there" : "near")}.{language}-{scheme}.png"
                            ),
                        }
                    );
                }
                Assert.Empty(session.Complaints);
            },
            $"Hint.{language}.{part}"
        );

    // A wide column, a phone's and the narrowest that a shop would think of.
    private const string Shop = """
        <!DOCTYPE html>
        <html lang="en"><head><title>Shop</title><meta name="color-scheme" content="light dark"></head>
        <body><main><h1>Shop</h1>
        <iframe title="Wide" src="/storefront/shop/hint" width="640" height="110" style="border:0"></iframe><br>
        <iframe title="Phone" src="/storefront/shop/hint" width="320" height="140" style="border:0"></iframe><br>
        <iframe title="Narrow" src="/storefront/shop/hint" width="180" height="190" style="border:0"></iframe>
        </main></body></html>
        """;

    private static async Task<string> DocumentAsync(string language, string title, string? note, double part)
    {
        using var culture = CultureScope.Of(language);
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(HintDocument.Lang)] = language,
            [nameof(HintDocument.Title)] = title,
            [nameof(HintDocument.Part)] = part,
            [nameof(HintDocument.Note)] = note,
        };
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<HintDocument>(ParameterView.FromDictionary(parameters))
            ).ToHtmlString()
        );
    }
}
